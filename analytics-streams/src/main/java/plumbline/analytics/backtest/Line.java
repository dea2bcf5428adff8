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
        Receipt receipt = new Receipt();
        Reading reading = EventReader.read(json, receipt);
        if (reading instanceof Reading.Good good) {
            return received(receipt.at, at -> new Of(good.event(), at));
        }
        if (!ProfileReader.isEntry(json)) {
            return broken(((Reading.Bad) reading).violations());
        }
        ProfileReading profile = ProfileReader.read(json);
        return profile instanceof ProfileReading.Good good
                ? received(receipt.at, at -> new OfPatient(good.profile(), at))
                : broken(((ProfileReading.Bad) profile).violations());
    }

    /** The time of receipt among the fields that are none of an event. */
    final class Receipt implements EventReader.Others {
        private Optional<String> at = Optional.empty();

        @Override
        public void take(String name, JsonParser parser) throws IOException {
            if (name.equals(RECEIVED_AT) && at.isEmpty() && parser.currentToken() != JsonToken.VALUE_NULL) {
                at = Optional.of(parser.getText());
            }
        }
    }

    private static Line received(Optional<String> received, Function<Optional<Instant>, Line> line) {
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
}
