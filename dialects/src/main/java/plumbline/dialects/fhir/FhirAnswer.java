package plumbline.dialects.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.json.Json;

/** What a sender of FHIR is told: an OperationOutcome, or a Bundle with one for each entry. */
public final class FhirAnswer {
    public static final String MEDIA_TYPE = "application/fhir+json";

    /** Where in an observation stands what a native event calls otherwise. */
    private static final Map<String, String> ELEMENTS = Map.of("at", "effective", "patient", "subject");

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

    private record Bundle(
            String resourceType,
            String type,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Entry> entry) {}

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

    /**
     * The answer to a request of which nothing was read, and to one that was refused.
     *
     * @param type a code of FHIR's value set of issue types
     * @param code ours, which says more
     */
    public static byte[] refusal(String type, String code, String diagnostics) {
        return Json.write(Outcome.of(
                List.of(new Issue("error", type, Optional.of(new Text(code)), diagnostics, Optional.empty()))));
    }

    /**
     * The answer to a transaction of which nothing was stored because of some of its entries.
     *
     * @param verdicts for each item what is wrong with it; those that are good in themselves are not named
     */
    public static byte[] rolledBack(List<List<Violation>> verdicts) {
        return Json.write(Outcome.of(IntStream.range(0, verdicts.size())
                .boxed()
                .flatMap(index -> verdicts.get(index).stream()
                        .filter(violation -> violation.code() != ErrorCode.TRANSACTION_REFUSED)
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
        String element = ELEMENTS.getOrDefault(violation.field(), violation.field());
        String expression = element.isEmpty() ? path : path + "." + element;
        String subject = element.isEmpty() ? "The resource " : element + " ";
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
            case TRANSACTION_REFUSED -> "processing";
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
