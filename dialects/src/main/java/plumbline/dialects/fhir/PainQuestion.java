package plumbline.dialects.fhir;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import plumbline.contract.check.ErrorCode;

/**
 * What the patient was asked: one of the LOINC questions whose answer is pain from 0 to 10.
 *
 * @param code 72514-3 severity, 75260-0 now, 75261-8 average, 75262-6 worst
 */
record PainQuestion(String code) {
    private static final Set<String> CODES = Set.of("72514-3", "75260-0", "75261-8", "75262-6");

    /** LOINC's own system is {@code http://loinc.org}; senders in the field write https, a slash, and the code itself after it. */
    private static final Pattern LOINC =
            Pattern.compile("https?://(?:www\\.)?loinc\\.org(?:/(?<code>[0-9]+-[0-9])?/?)?");

    static Found<PainQuestion> of(Observation observation) {
        List<String> codes = observation.getCode().getCoding().stream()
                .filter(PainQuestion::isLoinc)
                .map(Coding::getCode)
                .filter(CODES::contains)
                .distinct()
                .toList();
        return switch (codes.size()) {
            case 1 -> Found.read(new PainQuestion(codes.get(0)));
            case 0 ->
                Found.wrong(
                        ErrorCode.UNKNOWN_VALUE,
                        "code",
                        "must be a pain severity of LOINC (http://loinc.org): 72514-3, 75260-0, 75261-8 or 75262-6");
            default ->
                Found.wrong(ErrorCode.CONTRADICTION, "code", "names several questions; send one observation for each");
        };
    }

    /** Whether a code is one of LOINC. */
    static boolean isLoinc(Coding coding) {
        if (coding.getSystem() == null || coding.getCode() == null) {
            return false;
        }
        var matcher = LOINC.matcher(coding.getSystem());
        return matcher.matches()
                && (matcher.group("code") == null || matcher.group("code").equals(coding.getCode()));
    }

    /** The source of a report: the question, and whether its answer was words that stand for numbers. */
    String source(PainScore score) {
        return "fhir/" + code + (score.isMapped() ? "/mapped" : "");
    }
}
