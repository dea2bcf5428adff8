/**
 * The analytics service: its configuration and its start. Holds no rule.
 */
@NullMarked
package plumbline.analytics;

import org.jspecify.annotations.NullMarked;
