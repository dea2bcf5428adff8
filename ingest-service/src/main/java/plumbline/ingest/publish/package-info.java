/** Stores accepted events in Kafka, and knows whether Kafka is there. Must not know where the events came from. */
@NullMarked
package plumbline.ingest.publish;

import org.jspecify.annotations.NullMarked;
