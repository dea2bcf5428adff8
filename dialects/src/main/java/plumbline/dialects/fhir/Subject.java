package plumbline.dialects.fhir;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import plumbline.contract.check.Checks;
import plumbline.contract.check.ErrorCode;

/** Whom an observation is about: {@code Patient/ID}, relative or with an address before it, or else an identifier. */
final class Subject {
    private static final Pattern PATIENT = Pattern.compile(
            "(?:https?://[^\\s?#]+/)?Patient/([A-Za-z0-9\\-.]{1,64})(?:/_history/[A-Za-z0-9\\-.]{1,64})?");

    private Subject() {}

    static Found<String> of(Observation observation) {
        Reference subject = observation.getSubject();
        if (subject.isEmpty()) {
            return Found.wrong(ErrorCode.MISSING_FIELD, "subject", "is required: a reference to a patient");
        }
        return reference(subject)
                .or(() -> identifier(subject))
                .map(Found::read)
                .orElseGet(() -> Found.wrong(
                        ErrorCode.INVALID_ID,
                        "subject",
                        "must be Patient/ID, or an identifier of 1 to 64 characters of A-Z a-z 0-9 . _ : -"));
    }

    private static Optional<String> reference(Reference subject) {
        return Optional.ofNullable(subject.getReference())
                .map(PATIENT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    private static Optional<String> identifier(Reference subject) {
        return Optional.ofNullable(subject.getIdentifier().getValue()).filter(Checks::isId);
    }
}
