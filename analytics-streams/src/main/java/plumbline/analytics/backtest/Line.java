package plumbline.analytics.backtest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.event.Event;
import plumbline.contract.json.EventReader;
import plumbline.contract.json.JsonLimits;
import plumbline.contract.json.Reading;
import plumbline.contract.json.Rfc3339;

/** One line of a file of events. */
sealed interface Line {

    /** An event, with the time of its receipt where the line says one. */
    record Of(Event event, Optional<Instant> receivedAt) implements Line {}

    record Broken(String reason) implements Line {}

    String RECEIVED_AT = "receivedAt";

    /** Reads one line of NDJSON. */
    static Line read(String text) {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        Reading reading = EventReader.read(json);
        if (reading instanceof Reading.Bad bad) {
            Violation first = bad.violations().get(0);
            return new Broken(said(first.code(), first.field(), first.detail()));
        }
        Event event = ((Reading.Good) reading).event();
        if (!text.contains(RECEIVED_AT)) {
            return new Of(event, Optional.empty());
        }
        Optional<String> received = receivedAt(json);
        if (received.isEmpty()) {
            return new Of(event, Optional.empty());
        }
        return Rfc3339.parse(received.get())
                .map(OffsetDateTime::toInstant)
                .<Line>map(instant -> new Of(event, Optional.of(instant)))
                .orElseGet(() -> new Broken(said(
                        ErrorCode.INVALID_TIME,
                        RECEIVED_AT,
                        "must be an RFC 3339 time with an offset, such as 2026-11-20T07:30:00+01:00")));
    }

    private static String said(ErrorCode code, String field, String detail) {
        return code.code() + ": " + (field.isEmpty() ? "" : field + " ") + detail;
    }

    /** The field of an object that is known to be well-formed. */
    private static Optional<String> receivedAt(byte[] json) {
        try (JsonParser parser = JsonLimits.FACTORY.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = RECEIVED_AT.equals(parser.currentName());
                parser.nextToken();
                if (found && parser.currentToken() != JsonToken.VALUE_NULL) {
                    return Optional.of(parser.getText());
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }
}
