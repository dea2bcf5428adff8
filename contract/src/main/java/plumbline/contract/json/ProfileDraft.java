package plumbline.contract.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.InvalidValue;
import plumbline.contract.check.Violation;
import plumbline.contract.patient.Contact;
import plumbline.contract.patient.NudgeWishes;
import plumbline.contract.patient.PatientProfile;
import plumbline.contract.patient.QuietHours;
import plumbline.contract.patient.RiskFactor;
import plumbline.contract.vocabulary.Codes;

/** The fields of one entry of the directory while they are read. */
final class ProfileDraft {
    private static final Codes<RiskFactor> RISK_FACTORS = Codes.of(RiskFactor.class);

    private final FieldReader fields = new FieldReader();
    private final Set<String> seen = new HashSet<>();
    private final Optional<String> known;

    private String id = "";
    private OptionalInt birthYear = OptionalInt.empty();
    private Optional<ZoneId> timeZone = Optional.empty();
    private Optional<String> language = Optional.empty();
    private Optional<String> careTeam = Optional.empty();
    private Set<RiskFactor> riskFactors = Set.of();
    private Optional<Contact> contact = Optional.empty();
    private Optional<QuietHours> quietHours = Optional.empty();
    private Optional<NudgeWishes> nudges = Optional.empty();

    /**
     * A draft without any field.
     *
     * @param known the id of the patient, where it is known from elsewhere
     */
    ProfileDraft(Optional<String> known) {
        this.known = known;
        known.ifPresent(value -> id = value);
    }

    /** Takes the value that the parser stands on; null counts as absent. */
    void take(String name, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (!seen.add(name)) {
            fields.violation(ErrorCode.DUPLICATE_FIELD, name, "is there twice; send each field once");
            parser.skipChildren();
            return;
        }
        try {
            takeFirst(name, parser);
        } catch (InvalidValue invalid) {
            invalid.violations().forEach(fields::violation);
        }
    }

    private void takeFirst(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "type" -> fields.text(parser, name).ifPresent(this::type);
            case "id" -> fields.text(parser, name).ifPresent(this::id);
            case "birthYear" -> birthYear = ProfileParts.whole(parser, fields, name, ErrorCode.BIRTH_YEAR_OUT_OF_RANGE);
            case "timeZone" -> timeZone = zone(parser);
            case "language" -> language = fields.text(parser, name);
            case "careTeam" -> careTeam = fields.text(parser, name);
            case "riskFactors" -> riskFactors = fields.codes(parser, name, RiskFactor.class, RISK_FACTORS);
            case "contact" -> contact = ProfileParts.contact(parser, fields);
            case "quietHours" -> quietHours = ProfileParts.quietHours(parser, fields);
            case "nudges" -> nudges = ProfileParts.nudges(parser, fields);
            default -> parser.skipChildren();
        }
    }

    private void type(String type) {
        if (!type.equals(ProfileReader.TYPE)) {
            fields.violation(ErrorCode.UNKNOWN_TYPE, "type", "must be patient, or left out");
        }
    }

    private void id(String said) {
        if (known.filter(value -> !value.equals(said)).isPresent()) {
            fields.violation(ErrorCode.CONTRADICTION, "id", "names another patient than the address; leave it out");
        }
        id = said;
    }

    private Optional<ZoneId> zone(JsonParser parser) throws IOException {
        Optional<String> name = fields.text(parser, "timeZone");
        Optional<ZoneId> zone =
                name.filter(ZoneId.getAvailableZoneIds()::contains).flatMap(ProfileDraft::zone);
        if (name.isPresent() && zone.isEmpty()) {
            fields.violation(
                    ErrorCode.UNKNOWN_TIME_ZONE,
                    "timeZone",
                    "must be a time zone of the IANA database, such as Europe/Zurich; an offset knows no summer time");
        }
        return zone;
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** The entry, or all that is wrong with it. */
    ProfileReading finish() {
        if (id.isEmpty() && !seen.contains("id")) {
            fields.violation(ErrorCode.MISSING_FIELD, "id", "is required");
        }
        List<Violation> violations = fields.violations();
        if (!violations.isEmpty()) {
            return new ProfileReading.Bad(violations);
        }
        try {
            return new ProfileReading.Good(new PatientProfile(
                    id, birthYear, timeZone, language, careTeam, riskFactors, contact, quietHours, nudges));
        } catch (InvalidValue invalid) {
            return new ProfileReading.Bad(invalid.violations());
        }
    }
}
