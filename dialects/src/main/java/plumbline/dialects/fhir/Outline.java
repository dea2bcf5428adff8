package plumbline.dialects.fhir;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import plumbline.contract.json.JsonLimits;
import plumbline.dialects.Decoded;

/**
 * What a document is, and where in it the resources stand, so that each is read by itself: a broken one spoils no other.
 *
 * @param resourceType empty where the document names none
 * @param bundleType empty where the document names none
 */
record Outline(String resourceType, String bundleType, List<Entry> entries) {
    Outline {
        entries = List.copyOf(entries);
    }

    /**
     * An entry of a Bundle.
     *
     * @param start the first byte of its resource
     * @param length bytes; 0 where there is no resource
     * @param isWrite whether it asks for the resource to be stored, or asks for nothing
     */
    record Entry(int start, int length, boolean isWrite) {}

    static Outline of(byte[] body, int length) throws IOException {
        String resourceType = "";
        String bundleType = "";
        List<Entry> entries = new ArrayList<>();
        try (JsonParser parser = JsonLimits.FACTORY.createParser(body, 0, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Outline("", "", List.of());
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "resourceType" -> resourceType = text(parser);
                    case "type" -> bundleType = text(parser);
                    case "entry" -> {
                        while (value == JsonToken.START_ARRAY && parser.nextToken() != JsonToken.END_ARRAY) {
                            add(parser, entries);
                        }
                    }
                    default -> {}
                }
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one value");
            }
        }
        return new Outline(resourceType, bundleType, entries);
    }

    private static void add(JsonParser parser, List<Entry> entries) throws IOException {
        int start = 0;
        int end = 0;
        boolean isWrite = true;
        boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
        while (isObject && parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("resource") && value == JsonToken.START_OBJECT) {
                start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                end = (int) parser.currentLocation().getByteOffset();
            } else if (name.equals("request") && value == JsonToken.START_OBJECT) {
                isWrite = isWrite(parser);
            }
            parser.skipChildren();
        }
        parser.skipChildren();
        if (entries.size() <= Decoded.MOST_ITEMS) {
            entries.add(new Entry(start, end - start, isWrite));
        }
    }

    private static boolean isWrite(JsonParser parser) throws IOException {
        String method = "POST";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("method")) {
                method = text(parser);
            }
            parser.skipChildren();
        }
        return method.equals("POST") || method.equals("PUT");
    }

    private static String text(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
    }
}
