/**
 * Simulated patients with known truth, and the evaluation of findings against it. Must not know how a detector works: it depends on the\n * contract alone.
 */
@NullMarked
package plumbline.cohort;

import org.jspecify.annotations.NullMarked;
