/**
 * Matched findings as figures, and how sure they are. Knows no rule and no simulation.
 */
@NullMarked
package plumbline.cohort.score;

import org.jspecify.annotations.NullMarked;
