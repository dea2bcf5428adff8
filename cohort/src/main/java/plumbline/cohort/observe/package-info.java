/**
 * From a life to what a server receives of it, and when: late, twice, corrected. Knows no detector.
 */
@NullMarked
package plumbline.cohort.observe;

import org.jspecify.annotations.NullMarked;
