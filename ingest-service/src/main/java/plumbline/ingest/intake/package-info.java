/**
 * Decides what a request's body holds, which of its events are taken and what the client is told. Pure: knows no HTTP, no Kafka and
 * no clock.
 */
@NullMarked
package plumbline.ingest.intake;

import org.jspecify.annotations.NullMarked;
