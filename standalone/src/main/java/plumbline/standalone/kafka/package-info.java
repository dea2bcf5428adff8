/**
 * A real Kafka broker inside this JVM. The only package that knows the broker's classes; it knows nothing of topics or services.
 */
@NullMarked
package plumbline.standalone.kafka;

import org.jspecify.annotations.NullMarked;
