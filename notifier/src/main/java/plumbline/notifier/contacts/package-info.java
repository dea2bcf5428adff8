/**
 * Where patients themselves are reached, known to the workers alone: no command, history or log names an address. Decides no channel.
 */
@NullMarked
package plumbline.notifier.contacts;

import org.jspecify.annotations.NullMarked;
