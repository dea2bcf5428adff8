package plumbline.dialects.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.event.Event;
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

    private record Response(String status, Optional<String> location, Outcome outcome) {}

    private record Entry(Response response) {}

    private record Bundle(
            String resourceType,
            String type,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Entry> entry) {}

    /**
     * What became of one item of a document.
     *
     * @param stored the event that was made of it; empty where it was not stored
     * @param violations why it was not
     */
    public record Item(Optional<Event> stored, List<Violation> violations) {
        public Item {
            violations = List.copyOf(violations);
        }

        /** The id and the version under which it was stored, as a reference that is relative to the base of FHIR's routes. */
        public Optional<String> location() {
            return stored.map(event -> "Observation/" + event.id() + "/_history/" + event.version());
        }
    }

    /** The answer to a document whose items were judged. */
    public static byte[] of(FhirBody.Kind kind, List<Item> items) {
        List<Outcome> outcomes = IntStream.range(0, items.size())
                .mapToObj(index -> outcome(kind.path(index), items.get(index).violations()))
                .toList();
        if (kind == FhirBody.Kind.OBSERVATION) {
            return Json.write(outcomes.get(0));
        }
        List<Entry> entries = IntStream.range(0, items.size())
                .mapToObj(index -> entry(items.get(index), outcomes.get(index)))
                .toList();
        return Json.write(new Bundle("Bundle", kind.answer(), entries));
    }

    private static Entry entry(Item item, Outcome outcome) {
        return new Entry(new Response(status(item.violations()), item.location(), outcome));
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
     * @param items of which those that are good in themselves are not named
     */
    public static byte[] rolledBack(List<Item> items) {
        return Json.write(Outcome.of(IntStream.range(0, items.size())
                .boxed()
                .flatMap(index -> items.get(index).violations().stream()
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
