/**
 * Runs casework inside Kafka Streams: decodes, loads, steps, stores, forwards. Holds no rule.
 */
@NullMarked
package plumbline.notifier.topology;

import org.jspecify.annotations.NullMarked;
