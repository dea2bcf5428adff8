/** Settings of Kafka clients, topics created by their owner, CloudEvents headers. Reads and writes no records itself. */
@NullMarked
package plumbline.chassis.kafka;

import org.jspecify.annotations.NullMarked;
