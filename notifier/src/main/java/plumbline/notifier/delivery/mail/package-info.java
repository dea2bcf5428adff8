/**
 * Reaches people by e-mail, and says what the server's answer means. Decides no retry.
 */
@NullMarked
package plumbline.notifier.delivery.mail;

import org.jspecify.annotations.NullMarked;
