/**
 * What outlives the days that can still change, and the view of a patient's days that the rules read. Knows no rule.
 */
@NullMarked
package plumbline.analytics.history;

import org.jspecify.annotations.NullMarked;
