/**
 * The HTTP API of alerts: who may see what, what a body must hold, what is answered. Holds no alert.
 */
@NullMarked
package plumbline.notifier.api;

import org.jspecify.annotations.NullMarked;
