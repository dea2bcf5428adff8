/**
 * The rules of casework, each alone: routing, freshness, inhibition, nudges, retries. Pure functions of their arguments.
 */
@NullMarked
package plumbline.notifier.rules;

import org.jspecify.annotations.NullMarked;
