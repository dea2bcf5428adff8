/**
 * The compact binary form of each state record, with a version byte; every older version stays readable. Knows nothing of stores.
 */
@NullMarked
package plumbline.analytics.codec;

import org.jspecify.annotations.NullMarked;
