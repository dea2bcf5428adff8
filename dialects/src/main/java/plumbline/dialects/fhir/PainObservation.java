package plumbline.dialects.fhir;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.event.PainReport;
import plumbline.contract.json.Reading;
import plumbline.dialects.Drafts;

/**
 * One observation as a pain report. A withdrawn one ({@code entered-in-error}) must still be whole: question and answer tell under
 * which source it was stored.
 */
final class PainObservation {
    private final Observation observation;
    private final String id;
    private final List<Violation> violations = new ArrayList<>(0);

    PainObservation(Observation observation, String id) {
        this.observation = observation;
        this.id = id;
    }

    Reading read() {
        if (!ResourceIdentity.isGood(observation)) {
            violations.add(new Violation(ErrorCode.INVALID_ID, "id", "must be 1 to 64 characters of A-Z a-z 0-9 . -"));
        }
        checkStatus();
        checkModifiers();
        Optional<String> patient = take(Subject.of(observation));
        Optional<PainQuestion> question = take(PainQuestion.of(observation));
        Optional<PainScore> score = question.flatMap(asked -> take(PainScore.of(observation)));
        Optional<OffsetDateTime> time = take(EffectiveTime.of(observation));
        Optional<BodySite> site = take(BodySite.of(observation));
        if (!violations.isEmpty()) {
            return new Reading.Bad(id, violations);
        }
        return finish(
                patient.orElseThrow(),
                question.orElseThrow(),
                score.orElseThrow(),
                time.orElseThrow(),
                site.orElseThrow());
    }

    private Reading finish(
            String patient, PainQuestion question, PainScore score, OffsetDateTime time, BodySite where) {
        String source = question.source(score);
        String own = id.isEmpty() ? ResourceIdentity.derived(patient, source, time, score.intensity(), where) : id;
        PainReport.Builder report = PainReport.of(own, patient, time)
                .version(ResourceIdentity.version(observation))
                .retracted(observation.getStatus() == ObservationStatus.ENTEREDINERROR)
                .intensity(score.intensity())
                .side(where.side())
                .source(source);
        where.site().ifPresent(report::site);
        return Drafts.finish(own, report::build);
    }

    private <T> Optional<T> take(Found<T> found) {
        if (found instanceof Found.Wrong<T> wrong) {
            violations.add(wrong.violation());
            return Optional.empty();
        }
        return Optional.of(((Found.Read<T>) found).value());
    }

    /** FHIR: who does not know what changes a resource's meaning must not go on with it. */
    private void checkModifiers() {
        if (observation.hasModifierExtension() || observation.hasImplicitRules()) {
            String element = observation.hasImplicitRules() ? "implicitRules" : "modifierExtension";
            violations.add(new Violation(
                    ErrorCode.UNSUPPORTED_CONTENT,
                    element,
                    "changes what the observation means in a way that is not known here; send it without"));
        }
    }

    private void checkStatus() {
        Optional<ObservationStatus> status = Optional.ofNullable(observation.getStatus());
        if (status.isEmpty()) {
            violations.add(new Violation(ErrorCode.MISSING_FIELD, "status", "is required"));
            return;
        }
        switch (status.get()) {
            case FINAL, AMENDED, CORRECTED, ENTEREDINERROR -> {}
            default ->
                violations.add(new Violation(
                        ErrorCode.NOT_FINAL,
                        "status",
                        "must be final, amended, corrected or entered-in-error; send it again once it is final"));
        }
    }
}
