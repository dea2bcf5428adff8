package plumbline.contract.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/** The bounds of the dialect: what a parser refuses before it costs anything. */
public final class JsonLimits {
    /** How deep objects and arrays may nest. */
    public static final int DEPTH = 64;

    private static final int STRING_LENGTH = 1_000_000;
    private static final int NAME_LENGTH = 1_000;
    private static final int NUMBER_LENGTH = 200;

    /** Shared by all: a factory is thread-safe and remembers field names. */
    public static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(STRING_LENGTH)
                    .maxNameLength(NAME_LENGTH)
                    .maxNumberLength(NUMBER_LENGTH)
                    .build())
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            // UTF-8 alone: guessing would let a few zero bytes turn a body into broken UTF-32, which fails in a way of
            // its own.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            // Names come from clients: none of them shall stay in the JVM's table of strings.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private JsonLimits() {}
}
