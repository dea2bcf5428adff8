package plumbline.ingest.intake;

import java.util.Optional;
import java.util.stream.Stream;
import plumbline.dialects.cloudevents.CloudEvents;

/** The dialects that a media type names. */
public enum BodyFormat implements Dialect {
    JSON("application/json") {
        @Override
        public Envelope open(byte[] body, int length) {
            return JsonBody.open(body, length);
        }

        @Override
        public Optional<Unfolding> unfold() {
            return Optional.of(new JsonPieces(JsonBatch.EVENTS));
        }
    },
    LINES("application/x-ndjson") {
        @Override
        public Envelope open(byte[] body, int length) {
            return LinesBody.open(body, length);
        }

        @Override
        public Optional<Unfolding> unfold() {
            return Optional.of(new LinesBody());
        }
    },
    CLOUD_EVENT(CloudEvents.STRUCTURED) {
        @Override
        public Envelope open(byte[] body, int length) {
            return Foreign.envelope(Shape.SINGLE, CloudEvents.structured(body, length));
        }
    },
    CLOUD_EVENTS(CloudEvents.BATCHED) {
        @Override
        public Envelope open(byte[] body, int length) {
            return Foreign.envelope(Shape.LIST, CloudEvents.batched(body, length));
        }

        @Override
        public Optional<Unfolding> unfold() {
            return Optional.of(new JsonPieces(JsonBatch.CLOUD_EVENTS));
        }
    };

    private final String mediaType;

    BodyFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The format with this media type, given in lower case and without parameters. */
    public static Optional<BodyFormat> find(String mediaType) {
        return Stream.of(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }
}
