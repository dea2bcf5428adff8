/**
 * What a device sees of a day, when it is worn, and how it is wired. Decides nothing about how it arrives.
 */
@NullMarked
package plumbline.cohort.wearable;

import org.jspecify.annotations.NullMarked;
