/**
 * FIT files as bouts of activity with the balance of left and right. Decides when a file says which side it means; knows nothing of
 * where the events go.
 */
@NullMarked
package plumbline.dialects.fit;

import org.jspecify.annotations.NullMarked;
