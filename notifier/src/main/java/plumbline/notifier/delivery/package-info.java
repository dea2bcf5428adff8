/**
 * Makes one attempt per command and reports what came of it. Decides no retry, no fallback and no recipient.
 */
@NullMarked
package plumbline.notifier.delivery;

import org.jspecify.annotations.NullMarked;
