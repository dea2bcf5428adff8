/**
 * The words of the wire: every enumeration that a client may send or read, each constant with its lower-kebab-case code. Knows
 * nothing of events, JSON or Kafka.
 */
@NullMarked
package plumbline.contract.vocabulary;

import org.jspecify.annotations.NullMarked;
