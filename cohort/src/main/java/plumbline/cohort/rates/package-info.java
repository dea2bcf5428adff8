/**
 * The published rates by which lives are drawn, each with its source or marked [D] as our choice. Draws nothing.
 */
@NullMarked
package plumbline.cohort.rates;

import org.jspecify.annotations.NullMarked;
