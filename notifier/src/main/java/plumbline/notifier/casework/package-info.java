/**
 * Decides what one input about one patient changes and who is told. Knows no clock, no Kafka and no channel's technology.
 */
@NullMarked
package plumbline.notifier.casework;

import org.jspecify.annotations.NullMarked;
