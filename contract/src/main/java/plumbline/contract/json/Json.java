package plumbline.contract.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;

/**
 * Writes and reads every message but the native events: records with a {@code type}, times in RFC 3339, absent values left out,
 * unknown fields ignored, unknown codes refused.
 */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonLimits.FACTORY.copy())
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(OffsetDateTime.class, new TimeWriter())
                    .addDeserializer(OffsetDateTime.class, new TimeReader()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .withConfigOverride(Collection.class, override -> override.setSetterInfo(emptyForNull()))
            .withConfigOverride(Map.class, override -> override.setSetterInfo(emptyForNull()))
            .build();

    private Json() {}

    private static JsonSetter.Value emptyForNull() {
        return JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY, Nulls.FAIL);
    }

    /** The dialect's mapper, for trees and for nesting one document in another; not to be reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** The message as UTF-8 JSON without a line break. */
    public static byte[] write(Object message) {
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a message that cannot be written: " + message.getClass(), impossible);
        }
    }

    /**
     * The message that the bytes hold.
     *
     * @throws JsonProcessingException if they hold none of this type, with a message fit for a log: it repeats no values
     */
    public static <T> T read(byte[] json, Class<T> type) throws JsonProcessingException {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException fault) {
            throw fault;
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }

    private static final class TimeWriter extends JsonSerializer<OffsetDateTime> {
        @Override
        public void serialize(OffsetDateTime time, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Rfc3339.format(time));
        }
    }

    private static final class TimeReader extends JsonDeserializer<OffsetDateTime> {
        @Override
        public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString("");
            return Rfc3339.parse(text)
                    .orElseThrow(() -> context.weirdStringException(
                            text, OffsetDateTime.class, "must be an RFC 3339 time with an offset"));
        }
    }
}
