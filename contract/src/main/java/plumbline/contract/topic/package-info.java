/**
 * The topics, named once, with their owner and how long they keep. Knows nothing of Kafka's clients.
 */
@NullMarked
package plumbline.contract.topic;

import org.jspecify.annotations.NullMarked;
