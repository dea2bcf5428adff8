package plumbline.ingest.intake;

import java.util.Map;
import java.util.Optional;
import plumbline.dialects.cloudevents.CloudEvents;

/**
 * A CloudEvent in binary mode: the body is a native event, the headers hold the rest.
 *
 * @param headers those that begin with {@code ce-}, by their lower-case names
 * @param contentType what the request says of its body
 */
public record BinaryEvent(Map<String, String> headers, Optional<String> contentType) implements Dialect {
    public BinaryEvent {
        headers = Map.copyOf(headers);
    }

    @Override
    public Envelope open(byte[] body, int length) {
        return Foreign.envelope(Shape.SINGLE, CloudEvents.binary(headers, contentType, body, length));
    }
}
