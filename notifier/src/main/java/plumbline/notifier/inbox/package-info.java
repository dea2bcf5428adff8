/**
 * The view over alerts and their history that every instance holds in full. Decides the order of triage; knows no HTTP and no rule.
 */
@NullMarked
package plumbline.notifier.inbox;

import org.jspecify.annotations.NullMarked;
