package plumbline.dialects.fhir;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.json.Json;

/** What a sender of FHIR is told: an OperationOutcome, or a Bundle with one for each entry. */
public final class FhirAnswer {
    public static final String MEDIA_TYPE = "application/fhir+json";

    private FhirAnswer() {}

    private record Text(String text) {}

    private record Issue(
            String severity,
            String code,
            Optional<Text> details,
            String diagnostics,
            Optional<List<String>> expression) {}

    private record Outcome(String resourceType, List<Issue> issue) {
        static Outcome of(List<Issue> issues) {
            return new Outcome("OperationOutcome", issues);
        }
    }

    private record Response(String status, Outcome outcome) {}

    private record Entry(Response response) {}

    private record Bundle(String resourceType, String type, List<Entry> entry) {}

    /**
     * The answer to a document whose items were judged.
     *
     * @param verdicts for each item what is wrong with it; empty for one that was stored
     */
    public static byte[] of(FhirBody.Kind kind, List<List<Violation>> verdicts) {
        List<Outcome> outcomes = IntStream.range(0, verdicts.size())
                .mapToObj(index -> outcome(kind.path(index), verdicts.get(index)))
                .toList();
        if (kind == FhirBody.Kind.OBSERVATION) {
            return Json.write(outcomes.get(0));
        }
        List<Entry> entries = IntStream.range(0, verdicts.size())
                .mapToObj(index -> new Entry(new Response(status(verdicts.get(index)), outcomes.get(index))))
                .toList();
        return Json.write(new Bundle("Bundle", kind.answer(), entries));
    }

    /** The answer to a request of which nothing was read, and to one that was refused. */
    public static byte[] refusal(String diagnostics) {
        return Json.write(
                Outcome.of(List.of(new Issue("error", "structure", Optional.empty(), diagnostics, Optional.empty()))));
    }

    /**
     * The answer to a transaction of which nothing was stored because of some of its entries.
     *
     * @param verdicts for each item what is wrong with it; empty for one that is good in itself
     */
    public static byte[] rolledBack(List<List<Violation>> verdicts) {
        return Json.write(Outcome.of(IntStream.range(0, verdicts.size())
                .boxed()
                .flatMap(index -> verdicts.get(index).stream()
                        .map(violation -> issue(FhirBody.Kind.TRANSACTION.path(index), violation)))
                .toList()));
    }

    private static Outcome outcome(String path, List<Violation> violations) {
        return Outcome.of(
                violations.isEmpty()
                        ? List.of(
                                new Issue("information", "informational", Optional.empty(), "Stored", Optional.empty()))
                        : violations.stream()
                                .map(violation -> issue(path, violation))
                                .toList());
    }

    private static Issue issue(String path, Violation violation) {
        String expression = violation.field().isEmpty() ? path : path + "." + violation.field();
        String subject = violation.field().isEmpty() ? "The resource " : violation.field() + " ";
        return new Issue(
                "error",
                type(violation.code()),
                Optional.of(new Text(violation.code().code())),
                subject + violation.detail(),
                Optional.of(List.of(expression)));
    }

    /** The code of FHIR's value set of issue types. */
    private static String type(ErrorCode code) {
        return switch (code) {
            case MISSING_FIELD -> "required";
            case MALFORMED_JSON, NOT_AN_OBJECT, DUPLICATE_FIELD, WRONG_TYPE -> "structure";
            case UNKNOWN_VALUE -> "code-invalid";
            case CONTRADICTION -> "invariant";
            case UNSUPPORTED_CONTENT -> "not-supported";
            case NOT_FINAL -> "business-rule";
            case PATIENT_NOT_ALLOWED -> "forbidden";
            case EVENT_TOO_LARGE -> "too-long";
            case NOT_STORED -> "transient";
            default -> "value";
        };
    }

    private static String status(List<Violation> violations) {
        if (violations.isEmpty()) {
            return "201 Created";
        }
        return switch (violations.get(0).code()) {
            case PATIENT_NOT_ALLOWED -> "403 Forbidden";
            case EVENT_TOO_LARGE -> "413 Payload Too Large";
            case NOT_STORED -> "503 Service Unavailable";
            default -> "422 Unprocessable Entity";
        };
    }
}
