/**
 * What a bout asks of the body: movements repeated, loads lifted. Knows no limit of a policy.
 */
@NullMarked
package plumbline.analytics.effort;

import org.jspecify.annotations.NullMarked;
