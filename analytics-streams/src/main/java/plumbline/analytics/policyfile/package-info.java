/**
 * Reads a policy from its YAML file and names every mistake in it. Knows no rule.
 */
@NullMarked
package plumbline.analytics.policyfile;

import org.jspecify.annotations.NullMarked;
