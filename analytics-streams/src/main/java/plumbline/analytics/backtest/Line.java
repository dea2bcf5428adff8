package plumbline.analytics.backtest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.event.Event;
import plumbline.contract.json.EventReader;
import plumbline.contract.json.JsonLimits;
import plumbline.contract.json.ProfileReader;
import plumbline.contract.json.ProfileReading;
import plumbline.contract.json.Reading;
import plumbline.contract.json.Rfc3339;
import plumbline.contract.patient.PatientProfile;

/** One line of a file of events. */
sealed interface Line {

    /** What the directory says of a patient from this line on, with the time of its receipt where the line says one. */
    record OfPatient(PatientProfile profile, Optional<Instant> receivedAt) implements Line {}

    /** An event, with the time of its receipt where the line says one. */
    record Of(Event event, Optional<Instant> receivedAt) implements Line {}

    record Broken(String reason) implements Line {}

    String RECEIVED_AT = "receivedAt";

    /** Reads one line of NDJSON. */
    static Line read(String text) {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        if (ProfileReader.isEntry(json)) {
            ProfileReading reading = ProfileReader.read(json);
            return reading instanceof ProfileReading.Good good
                    ? received(text, json, at -> new OfPatient(good.profile(), at))
                    : broken(((ProfileReading.Bad) reading).violations());
        }
        Reading reading = EventReader.read(json);
        return reading instanceof Reading.Good good
                ? received(text, json, at -> new Of(good.event(), at))
                : broken(((Reading.Bad) reading).violations());
    }

    private static Line received(String text, byte[] json, Function<Optional<Instant>, Line> line) {
        Optional<String> received = text.contains(RECEIVED_AT) ? receivedAt(json) : Optional.empty();
        if (received.isEmpty()) {
            return line.apply(Optional.empty());
        }
        return Rfc3339.parse(received.get())
                .map(OffsetDateTime::toInstant)
                .map(instant -> line.apply(Optional.of(instant)))
                .orElseGet(() -> broken(List.of(new Violation(
                        ErrorCode.INVALID_TIME,
                        RECEIVED_AT,
                        "must be an RFC 3339 time with an offset, such as 2026-11-20T07:30:00+01:00"))));
    }

    private static Broken broken(List<Violation> violations) {
        Violation first = violations.get(0);
        return new Broken(said(first.code(), first.field(), first.detail()));
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
