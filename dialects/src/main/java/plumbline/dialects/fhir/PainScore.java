package plumbline.dialects.fhir;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.event.PainReport;

/**
 * The answer: pain from 0 to 10.
 *
 * @param isMapped whether it was given in words: none 0, mild 2, moderate 5, severe 8, the middles of the bands
 */
record PainScore(int intensity, boolean isMapped) {
    private static final String VALUE = "value";
    private static final Set<String> UNITS = Set.of("", "{score}", "score", "1");

    /** LOINC's answers 0 to 10, in this order. */
    private static final List<String> NUMBERS = List.of(
            "LA6111-4",
            "LA6112-2",
            "LA6113-0",
            "LA6114-8",
            "LA6115-5",
            "LA10137-0",
            "LA10138-8",
            "LA10139-6",
            "LA10140-4",
            "LA10141-2",
            "LA13942-0");

    private static final Map<String, Integer> LOINC_WORDS =
            Map.of("LA137-2", 0, "LA6752-5", 2, "LA6751-7", 5, "LA6750-9", 8);
    private static final Map<String, Integer> SNOMED_WORDS = Map.of("255604002", 2, "6736007", 5, "24484000", 8);

    static Found<PainScore> of(Observation observation) {
        Type value = observation.getValue();
        if (value instanceof Quantity quantity) {
            return of(quantity);
        }
        if (value instanceof IntegerType integer && integer.hasValue()) {
            return number(BigDecimal.valueOf(integer.getValue()));
        }
        return value instanceof CodeableConcept concept
                ? of(concept)
                : notAScore("must be a quantity, an integer or a coded answer from 0 to 10");
    }

    private static Found<PainScore> of(Quantity quantity) {
        boolean plain = Stream.of(quantity.getUnit(), quantity.getCode())
                .flatMap(Stream::ofNullable)
                .allMatch(UNITS::contains);
        if (quantity.hasComparator() || !plain || !quantity.hasValue()) {
            return notAScore("must be one number in the unit {score} or without a unit");
        }
        return number(quantity.getValue());
    }

    private static Found<PainScore> number(BigDecimal value) {
        // Compared before anything is computed: a number like 1e999999 must not be written out.
        boolean inRange = value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(PainReport.WORST)) <= 0;
        boolean whole = inRange && value.compareTo(BigDecimal.valueOf(value.intValue())) == 0;
        return whole
                ? Found.read(new PainScore(value.intValue(), false))
                : Found.wrong(ErrorCode.INTENSITY_OUT_OF_RANGE, VALUE, "must be a whole number from 0 to 10");
    }

    private static Found<PainScore> of(CodeableConcept concept) {
        List<PainScore> scores = concept.getCoding().stream()
                .flatMap(coding -> of(coding).stream())
                .distinct()
                .toList();
        if (scores.isEmpty()) {
            return notAScore("must be an answer of LOINC from 0 to 10, or none, mild, moderate or severe as a code");
        }
        return scores.stream().map(PainScore::intensity).distinct().count() == 1
                ? Found.read(scores.get(0))
                : Found.wrong(ErrorCode.CONTRADICTION, VALUE, "has codes for several scores; send one");
    }

    private static Optional<PainScore> of(Coding coding) {
        if (PainQuestion.isLoinc(coding)) {
            int number = NUMBERS.indexOf(coding.getCode());
            return number >= 0
                    ? Optional.of(new PainScore(number, false))
                    : Optional.ofNullable(LOINC_WORDS.get(coding.getCode())).map(words -> new PainScore(words, true));
        }
        return BodySite.isSnomed(coding)
                ? Optional.ofNullable(SNOMED_WORDS.get(coding.getCode())).map(words -> new PainScore(words, true))
                : Optional.empty();
    }

    private static Found<PainScore> notAScore(String detail) {
        return Found.wrong(ErrorCode.NOT_A_SCORE, VALUE, detail);
    }
}
