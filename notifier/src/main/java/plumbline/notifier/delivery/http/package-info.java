/**
 * Reaches endpoints over HTTP: guards where a message may go, signs it, and says what the answer means. Decides no retry.
 */
@NullMarked
package plumbline.notifier.delivery.http;

import org.jspecify.annotations.NullMarked;
