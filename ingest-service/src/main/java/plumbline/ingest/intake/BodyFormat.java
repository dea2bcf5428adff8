package plumbline.ingest.intake;

import java.util.Optional;
import java.util.stream.Stream;

/** The formats of a body that are taken. */
public enum BodyFormat {
    JSON("application/json") {
        @Override
        public Envelope open(byte[] body, int length) {
            return JsonBody.open(body, length);
        }
    },
    LINES("application/x-ndjson") {
        @Override
        public Envelope open(byte[] body, int length) {
            return LinesBody.open(body, length);
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

    /** Reads the first bytes of the array as a body in this format. */
    public abstract Envelope open(byte[] body, int length);
}
