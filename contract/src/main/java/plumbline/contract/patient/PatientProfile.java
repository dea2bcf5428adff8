package plumbline.contract.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.contract.check.Checks;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;

/**
 * A patient's entry in the directory: what {@code patients-v1} keeps, and a line of type {@code patient} in a file of native events.
 * Everything but the id may be absent.
 *
 * @param birthYear 1900-2200
 * @param timeZone a region of the IANA database
 * @param language a tag of BCP 47, such as {@code de-CH}
 * @param careTeam the id of the care team that answers for the patient
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("patient")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PatientProfile(
        String id,
        OptionalInt birthYear,
        Optional<ZoneId> timeZone,
        Optional<String> language,
        Optional<String> careTeam,
        Set<RiskFactor> riskFactors,
        Optional<Contact> contact,
        Optional<QuietHours> quietHours,
        Optional<NudgeWishes> nudges) {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /**
     * Checks every part.
     *
     * @throws plumbline.contract.check.InvalidValue naming each wrong field
     */
    public PatientProfile {
        riskFactors = ordered(Objects.requireNonNullElse(riskFactors, Set.of()));
        Checks checks = new Checks()
                .id(id, "id")
                .that(
                        birthYear.isEmpty()
                                || (birthYear.getAsInt() >= FIRST_YEAR && birthYear.getAsInt() <= LAST_YEAR),
                        ErrorCode.BIRTH_YEAR_OUT_OF_RANGE,
                        "birthYear",
                        "must be a year with four digits, 1900 or later")
                .that(
                        language.isEmpty() || isLanguage(language.get()),
                        ErrorCode.UNKNOWN_LANGUAGE,
                        "language",
                        "must be a language tag of BCP 47, such as en or de-CH");
        careTeam.ifPresent(team -> checks.id(team, "careTeam"));
        checks.done();
    }

    /** A patient of whom nothing more is said. */
    public static PatientProfile of(String id) {
        return new PatientProfile(
                id,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Judges the year of birth against the clock of whoever receives it.
     *
     * @return what is wrong; empty for a good one
     */
    public List<Violation> ahead(Instant now) {
        // The year begins up to 14 hours earlier elsewhere.
        int newest = Year.from(now.atOffset(ZoneOffset.ofHours(14))).getValue();
        return birthYear.isPresent() && birthYear.getAsInt() > newest
                ? List.of(new Violation(
                        ErrorCode.BIRTH_YEAR_OUT_OF_RANGE, "birthYear", "is in the future; send the year of birth"))
                : List.of();
    }

    private static boolean isLanguage(String tag) {
        try {
            String language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
            return language.length() == 3 || LANGUAGES.contains(language);
        } catch (IllformedLocaleException malformed) {
            return false;
        }
    }

    private static Set<RiskFactor> ordered(Collection<RiskFactor> factors) {
        EnumSet<RiskFactor> copy = EnumSet.noneOf(RiskFactor.class);
        copy.addAll(factors);
        return Collections.unmodifiableSet(copy);
    }
}
