/**
 * Every number of the rules, as checked records. Knows nothing of files.
 */
@NullMarked
package plumbline.analytics.policy;

import org.jspecify.annotations.NullMarked;
