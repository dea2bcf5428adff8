/**
 * The pain rules and the assessment: pure folds over a timeline's days. No rule reads a clock, a store or another rule.
 */
@NullMarked
package plumbline.analytics.rule;

import org.jspecify.annotations.NullMarked;
