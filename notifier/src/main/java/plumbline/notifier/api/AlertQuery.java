package plumbline.notifier.api;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.Fields;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.vocabulary.Codes;
import plumbline.notifier.inbox.TriageKey;

/** Which alerts a list is asked for. */
record AlertQuery(
        Set<AlertStatus> statuses,
        Optional<String> team,
        Optional<String> patient,
        Optional<TriageKey> cursor,
        int limit) {
    private static final Codes<AlertStatus> STATUSES = Codes.of(AlertStatus.class);
    private static final List<String> KNOWN = List.of("status", "team", "patient", "cursor", "limit");
    private static final int MOST = 200;
    private static final int USUAL = 50;

    /**
     * Reads the parameters of an address.
     *
     * @throws Refusal naming the one that is wrong
     */
    static AlertQuery read(Fields parameters) throws Refusal {
        for (String name : parameters.getNames()) {
            if (!KNOWN.contains(name)) {
                throw wrong(name, "is not a parameter here; known are " + String.join(", ", KNOWN));
            }
        }
        return new AlertQuery(
                statuses(value(parameters, "status")),
                value(parameters, "team"),
                value(parameters, "patient"),
                cursor(value(parameters, "cursor")),
                limit(value(parameters, "limit")));
    }

    boolean wants(Alert alert) {
        return (statuses.isEmpty() || statuses.contains(alert.status()))
                && team.map(alert.team()::equals).orElse(true)
                && patient.map(alert.patient()::equals).orElse(true);
    }

    private static Optional<String> value(Fields parameters, String name) {
        return Optional.ofNullable(parameters.getValue(name)).filter(value -> !value.isBlank());
    }

    private static Set<AlertStatus> statuses(Optional<String> text) throws Refusal {
        Set<AlertStatus> statuses = new HashSet<>();
        for (String code : text.map(codes -> codes.split(",", -1)).orElse(new String[0])) {
            statuses.add(STATUSES.find(code).orElseThrow(() -> wrong("status", "must be of " + STATUSES.all())));
        }
        return statuses;
    }

    private static Optional<TriageKey> cursor(Optional<String> text) throws Refusal {
        Optional<TriageKey> cursor = text.flatMap(TriageKey::parse);
        if (text.isPresent() && cursor.isEmpty()) {
            throw wrong("cursor", "must be the cursor of an earlier answer; leave it out to begin at the top");
        }
        return cursor;
    }

    private static int limit(Optional<String> text) throws Refusal {
        if (text.isEmpty()) {
            return USUAL;
        }
        if (!text.get().matches("\\d{1,3}")
                || Integer.parseInt(text.get()) < 1
                || Integer.parseInt(text.get()) > MOST) {
            throw wrong("limit", "must be a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(text.get());
    }

    private static Refusal wrong(String name, String remedy) {
        return Refusal.of(HttpStatus.BAD_REQUEST_400, "parameter-invalid", name + " " + remedy);
    }
}
