/**
 * What is true of one patient, whether or not anybody ever tells: pain, gait, danger, travel. Draws nothing and observes nothing.
 */
@NullMarked
package plumbline.cohort.latent;

import org.jspecify.annotations.NullMarked;
