package plumbline.ingest.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.event.Event;
import plumbline.dialects.fhir.FhirAnswer;

/** The events of one request, each with what is to become of it. */
public final class Batch {
    private final Form form;
    private final List<Verdict> verdicts;
    private final List<Event> accepted;

    private Batch(Form form, List<Verdict> verdicts) {
        this.form = form;
        this.verdicts = verdicts;
        this.accepted =
                verdicts.stream().flatMap(verdict -> verdict.event().stream()).toList();
    }

    /**
     * Judges every event of a body.
     *
     * @param allowed whether the caller may write for a patient
     * @param now the time of acceptance
     */
    public static Batch judge(Envelope.Opened body, Predicate<String> allowed, Instant now) {
        List<Verdict> verdicts = body.readings().stream()
                .map(reading -> Verdict.of(reading, allowed, now))
                .toList();
        Batch batch = new Batch(body.form(), verdicts);
        boolean isRefused = body.form().isAllOrNothing() && batch.accepted.size() < verdicts.size();
        return isRefused ? batch.settle(position -> Optional.of(ErrorCode.TRANSACTION_REFUSED)) : batch;
    }

    public Form form() {
        return form;
    }

    /** The events that are taken, in the order of the body. */
    public List<Event> accepted() {
        return accepted;
    }

    public int size() {
        return verdicts.size();
    }

    /**
     * The batch after an attempt to store what was accepted.
     *
     * @param loss why an event was not stored, by its position in {@link #accepted()}
     */
    public Batch settle(IntFunction<Optional<ErrorCode>> loss) {
        List<Verdict> settled = new ArrayList<>(verdicts.size());
        int position = 0;
        for (Verdict verdict : verdicts) {
            settled.add(
                    verdict.event().isEmpty()
                            ? verdict
                            : loss.apply(position++).map(verdict::lost).orElse(verdict));
        }
        return new Batch(form, settled);
    }

    /** How many events were rejected, by the first thing that was wrong with each. */
    public Map<ErrorCode, Integer> rejections() {
        Map<ErrorCode, Integer> counts = new EnumMap<>(ErrorCode.class);
        for (Verdict verdict : verdicts) {
            if (verdict.event().isEmpty()) {
                counts.merge(verdict.violations().get(0).code(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** What a client of FHIR is told of, in the order of the body. */
    public List<FhirAnswer.Item> items() {
        return verdicts.stream()
                .map(verdict -> new FhirAnswer.Item(verdict.event(), verdict.violations()))
                .toList();
    }

    /**
     * What a client of native events is told.
     *
     * @param verbose whether the accepted events are listed too
     */
    public Answer answer(Shape shape, boolean verbose) {
        return Answer.of(shape, verdicts, verbose);
    }
}
