/**
 * The facts against which findings are measured, from latent data and published definitions, written here anew. Must not know what was\n * observed.
 */
@NullMarked
package plumbline.cohort.truth;

import org.jspecify.annotations.NullMarked;
