/**
 * A small cohort with assigned roles, for demonstrations. Knows nothing of scores.
 */
@NullMarked
package plumbline.cohort.scenario;

import org.jspecify.annotations.NullMarked;
