/**
 * Who is at the door: bearers of tokens, signed-in people, and strangers. Decides nothing about alerts.
 */
@NullMarked
package plumbline.notifier.door;

import org.jspecify.annotations.NullMarked;
