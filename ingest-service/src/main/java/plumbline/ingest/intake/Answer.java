package plumbline.ingest.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.contract.check.ErrorCode;

/**
 * The outcome of every event of a request.
 *
 * @param results the rejected events, or all of them where that was asked for
 */
public record Answer(int accepted, int rejected, List<Result> results) {
    /** Up to this result, all errors are listed in words; from there on, only the first of each event, as a code: an answer is bounded. */
    private static final int IN_WORDS = 1_000;

    private static final int MOST_ERRORS = 16;

    public Answer {
        results = List.copyOf(results);
    }

    /**
     * The outcome of one event.
     *
     * @param index its place in the body, from 0
     * @param id its own, or empty where it has none that may be repeated
     */
    public record Result(
            int index,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String id,
            String outcome,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {
        public Result {
            errors = List.copyOf(errors);
        }
    }

    /**
     * One thing that is wrong with an event.
     *
     * @param pointer where in the body
     * @param retryable whether the same event, sent again unchanged, can be accepted
     */
    public record Fault(ErrorCode code, String pointer, Optional<String> detail, boolean retryable) {}

    static Answer of(Shape shape, List<Verdict> verdicts, boolean verbose) {
        List<Result> results = new ArrayList<>();
        int rejected = 0;
        for (int index = 0; index < verdicts.size(); index++) {
            Verdict verdict = verdicts.get(index);
            if (verdict.event().isEmpty()) {
                List<Fault> faults = faults(shape, index, verdict, rejected < IN_WORDS);
                results.add(new Result(index, verdict.id(), "rejected", faults));
                rejected++;
            } else if (verbose) {
                results.add(new Result(index, verdict.id(), "accepted", List.of()));
            }
        }
        return new Answer(verdicts.size() - rejected, rejected, results);
    }

    private static List<Fault> faults(Shape shape, int index, Verdict verdict, boolean inWords) {
        return verdict.violations().stream()
                .limit(inWords ? MOST_ERRORS : 1)
                .map(violation -> new Fault(
                        violation.code(),
                        shape.pointer(index, violation.field()),
                        inWords ? Optional.of(violation.detail()) : Optional.empty(),
                        violation.code().isRetryable()))
                .toList();
    }
}
