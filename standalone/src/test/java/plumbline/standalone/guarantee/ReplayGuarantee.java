package plumbline.standalone.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.alert.AlertStatus;
import plumbline.standalone.recording.History;
import plumbline.standalone.recording.History.Kept;
import plumbline.standalone.recording.History.Published;
import plumbline.standalone.recording.Recordings;

/** G8: the history has no gap, and replaying the topics rebuilds the same state. */
class ReplayGuarantee {
    @ParameterizedTest
    @MethodSource("plumbline.standalone.recording.Recordings#seeds")
    void holds(long seed) {
        assertThat(breaches(Recordings.of(seed))).as(Recordings.again(seed)).isEmpty();
    }

    static List<String> breaches(History history) {
        List<String> breaches = new ArrayList<>();
        history.histories().forEach((alert, entries) -> gaps(alert, entries, breaches));
        Map<String, Alert> newest = history.all(Published.class).stream()
                .map(Published::alert)
                .collect(Collectors.toMap(Alert::id, alert -> alert, (older, newer) -> newer));
        Map<String, Alert> kept =
                history.all(Kept.class).stream().map(Kept::alert).collect(Collectors.toMap(Alert::id, alert -> alert));
        newest.forEach((id, alert) -> {
            if (!alert.equals(kept.get(id))) {
                breaches.add("alert " + id + ": published as revision " + alert.revision() + ", kept as "
                        + Optional.ofNullable(kept.get(id)).map(Alert::revision));
            }
            List<AlertEntry> entries = history.histories().getOrDefault(id, List.of());
            if (!replayed(entries).equals(Optional.of(alert.status()))) {
                breaches.add("alert " + id + ": " + alert.status().code() + ", by its history "
                        + replayed(entries).map(AlertStatus::code).orElse("nothing"));
            }
        });
        return breaches;
    }

    private static void gaps(String alert, List<AlertEntry> entries, List<String> breaches) {
        for (int i = 0; i < entries.size(); i++) {
            AlertEntry entry = entries.get(i);
            if (entry.sequence() != i + 1) {
                breaches.add("alert " + alert + ": entry " + (i + 1) + " has number " + entry.sequence());
            }
            if (i > 0 && entry.revision() - entries.get(i - 1).revision() > 1) {
                breaches.add("alert " + alert + ": no entry of the revision before " + entry.revision());
            }
        }
    }

    /** The status of an alert by its history. */
    static Optional<AlertStatus> replayed(List<AlertEntry> entries) {
        Optional<AlertStatus> status = Optional.empty();
        for (AlertEntry entry : entries) {
            status = switch (entry.what()) {
                case "opened", "reopened", "worse", "escalated", "acknowledgement-expired" ->
                    Optional.of(AlertStatus.OPEN);
                case "acknowledged" -> Optional.of(AlertStatus.ACKNOWLEDGED);
                case "contacted" -> Optional.of(AlertStatus.IN_ACTION);
                case "resolved", "withdrawn" -> Optional.of(AlertStatus.RESOLVED);
                default -> status;
            };
        }
        return status;
    }
}
