/**
 * Reading files in foreign formats and handing their events on, in batches. Decides what a file's events come to; knows nothing of
 * where they go.
 */
@NullMarked
package plumbline.standalone.foreign;

import org.jspecify.annotations.NullMarked;
