package plumbline.dialects.fhir;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.json.Rfc3339;

/**
 * When the pain was felt. Of a period, its end, when the answer about it was known; of one without end, its start. A date alone has
 * neither a time nor an offset: where {@code issued} gives the offset, it is noon of that date, or the moment of issue where that was
 * earlier on the same date; else it is not a time.
 */
final class EffectiveTime {
    private static final String FIELD = "effective";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private EffectiveTime() {}

    static Found<OffsetDateTime> of(Observation observation) {
        Type effective = observation.getEffective();
        Optional<OffsetDateTime> issued = moment(observation.getIssuedElement());
        if (effective instanceof DateTimeType time) {
            return read(time, issued);
        }
        if (effective instanceof InstantType time) {
            return read(time, issued);
        }
        if (effective instanceof Period period && (period.hasEnd() || period.hasStart())) {
            return read(period.hasEnd() ? period.getEndElement() : period.getStartElement(), issued);
        }
        return effective == null
                ? Found.wrong(ErrorCode.MISSING_FIELD, FIELD, "is required: a date-time, an instant or a period")
                : Found.wrong(
                        ErrorCode.INVALID_TIME,
                        FIELD,
                        "must be a date-time, an instant or a period with an end or a start");
    }

    private static Found<OffsetDateTime> read(BaseDateTimeType time, Optional<OffsetDateTime> issued) {
        return moment(time)
                .or(() -> issued.flatMap(moment -> onDate(text(time), moment)))
                .map(Found::read)
                .orElseGet(() -> Found.wrong(
                        ErrorCode.INVALID_TIME,
                        FIELD,
                        "must have a time and an offset, or be a whole date beside an issued that has both"));
    }

    private static Optional<OffsetDateTime> moment(BaseDateTimeType time) {
        return Rfc3339.parse(text(time));
    }

    private static Optional<OffsetDateTime> onDate(String text, OffsetDateTime issued) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        OffsetDateTime noon = LocalDate.parse(text).atTime(LocalTime.NOON).atOffset(issued.getOffset());
        boolean earlier = issued.isBefore(noon) && issued.toLocalDate().equals(noon.toLocalDate());
        return Optional.of(earlier ? issued : noon);
    }

    private static String text(BaseDateTimeType time) {
        String text = time.getValueAsString();
        return text == null ? "" : text;
    }
}
