package plumbline.notifier.delivery.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.json.Json;
import plumbline.notifier.delivery.Attempt;
import plumbline.notifier.delivery.Channel;
import plumbline.notifier.delivery.http.Meaning;
import plumbline.notifier.delivery.http.Outbound;

/** Posts a transaction to a FHIR R4 server. Only codes of its OperationOutcome are read, for its words may be about the patient. */
public final class FhirChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(FhirChannel.class);
    private static final int CONFLICT = 409;
    private static final Pattern CODE = Pattern.compile("[a-z-]{1,20}");

    /** Kinds of issue after which the same transaction may succeed (http://hl7.org/fhir/R4/valueset-issue-type.html). */
    private static final Set<String> PASSING =
            Set.of("transient", "lock-error", "no-store", "timeout", "incomplete", "throttled");

    private final FhirSettings settings;
    private final Outbound http;

    public FhirChannel(FhirSettings settings, Outbound http) {
        this.settings = settings;
        this.http = http;
    }

    @Override
    public String endpoint(Notification notification) {
        return settings.base().getAuthority();
    }

    @Override
    public Attempt send(Notification notification) {
        Map<String, String> headers = new HashMap<>();
        headers.put("accept", "application/fhir+json");
        headers.put("x-request-id", notification.id());
        settings.token().ifPresent(token -> headers.put("authorization", "Bearer " + token));
        byte[] transaction = AlertTransaction.of(notification, settings.patients());
        return http.post(settings.base(), headers, "application/fhir+json", transaction, this::meaning);
    }

    private Outcome meaning(int status, Supplier<byte[]> body) {
        Outcome usual = status == CONFLICT ? Outcome.RETRY : Meaning.ofStatus(status);
        if (usual == Outcome.DELIVERED) {
            return usual;
        }
        Set<String> issues = issues(body.get());
        LOG.warn(
                "event=fhir-refused host={} status={} issues={}",
                settings.base().getHost(),
                status,
                issues);
        boolean passing = !issues.isEmpty() && PASSING.containsAll(issues);
        return usual == Outcome.REFUSED && passing ? Outcome.RETRY : usual;
    }

    private static Set<String> issues(byte[] body) {
        Set<String> codes = new TreeSet<>();
        try {
            for (JsonNode issue : Json.mapper().readTree(body).path("issue")) {
                String code = issue.path("code").asText();
                codes.add(CODE.matcher(code).matches() ? code : "unknown");
            }
        } catch (IOException noOutcome) {
            return Set.of();
        }
        return codes;
    }
}
