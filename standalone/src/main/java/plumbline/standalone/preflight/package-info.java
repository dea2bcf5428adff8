/**
 * What must be true of the machine before a server starts, each refusal with its remedy. Knows nothing of Kafka or of the services.
 */
@NullMarked
package plumbline.standalone.preflight;

import org.jspecify.annotations.NullMarked;
