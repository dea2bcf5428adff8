/**
 * Measures the running notifier on a Kafka of its own, each figure beside the same without load. Knows the outside of it alone.
 */
@NullMarked
package plumbline.standalone.bench;

import org.jspecify.annotations.NullMarked;
