/**
 * Chance that can be replayed: every draw is a function of what it is for. Knows nothing of patients.
 */
@NullMarked
package plumbline.cohort.chance;

import org.jspecify.annotations.NullMarked;
