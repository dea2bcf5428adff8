/** Settings of Kafka clients, topics created by their owner, CloudEvents headers, what Streams tells of itself. Handles no records. */
@NullMarked
package plumbline.chassis.kafka;

import org.jspecify.annotations.NullMarked;
