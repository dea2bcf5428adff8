/**
 * The service: wires casework, delivery, inbox and console, and decides nothing itself.
 */
@NullMarked
package plumbline.notifier;

import org.jspecify.annotations.NullMarked;
