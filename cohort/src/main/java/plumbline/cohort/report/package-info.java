/**
 * Scores beside their targets, for people. Computes no score.
 */
@NullMarked
package plumbline.cohort.report;

import org.jspecify.annotations.NullMarked;
