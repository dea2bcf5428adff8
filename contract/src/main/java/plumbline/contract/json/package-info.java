/**
 * The one JSON dialect: how events and messages are written and read. Knows nothing of HTTP or Kafka, and holds no rule beyond the constructors'.
 */
@NullMarked
package plumbline.contract.json;

import org.jspecify.annotations.NullMarked;
