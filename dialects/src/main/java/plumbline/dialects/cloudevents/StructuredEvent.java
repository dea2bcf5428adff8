package plumbline.dialects.cloudevents;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.json.EventReader;
import plumbline.contract.json.Reading;
import plumbline.dialects.Drafts;

/** Reads one event of the JSON format: its attributes, and its data as JSON or as Base64. */
final class StructuredEvent {
    private static final String DATA = "data";
    private static final String BASE64 = "data_base64";

    private final Attributes attributes = Attributes.ofMembers();
    private Optional<Reading> data = Optional.empty();
    private Optional<Reading> base64 = Optional.empty();

    private StructuredEvent() {}

    /** Reads the value that the parser stands on, and leaves the parser on its last token. */
    static Reading read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return Drafts.bad(
                    "", ErrorCode.NOT_AN_OBJECT, "", "must be a JSON object with the attributes of a CloudEvent");
        }
        StructuredEvent event = new StructuredEvent();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            event.take(name, parser);
        }
        return event.judge();
    }

    private void take(String name, JsonParser parser) throws IOException {
        switch (name) {
            case DATA -> {
                attributes.once(name);
                data = Optional.of(EventReader.read(parser));
            }
            case BASE64 -> {
                attributes.once(name);
                base64 = decode(parser);
            }
            default -> attributes.member(name, parser);
        }
    }

    private Optional<Reading> decode(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            parser.skipChildren();
            return Optional.of(Drafts.bad("", ErrorCode.WRONG_TYPE, "", "must be a string of Base64"));
        }
        try {
            return Optional.of(EventReader.read(Base64.getDecoder().decode(parser.getText())));
        } catch (IllegalArgumentException notBase64) {
            return Optional.of(Drafts.bad(
                    "", ErrorCode.INVALID_BASE64, "", "must be Base64 (RFC 4648, with padding, without line breaks)"));
        }
    }

    private Reading judge() {
        if (data.isPresent() && base64.isPresent()) {
            attributes.fault(ErrorCode.CONTRADICTION, BASE64, "excludes data; send one of them");
        }
        return attributes.judge(base64.or(() -> data), base64.isPresent() ? BASE64 : DATA);
    }
}
