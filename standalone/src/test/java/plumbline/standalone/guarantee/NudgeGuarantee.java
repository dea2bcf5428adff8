package plumbline.standalone.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.patient.PatientProfile;
import plumbline.standalone.recording.History;
import plumbline.standalone.recording.History.Receipt;
import plumbline.standalone.recording.Recordings;

/** G4: a nudge goes at most once, and never in quiet hours. */
class NudgeGuarantee {
    @ParameterizedTest
    @MethodSource("plumbline.standalone.recording.Recordings#seeds")
    void holds(long seed) {
        assertThat(breaches(Recordings.of(seed))).as(Recordings.again(seed)).isEmpty();
    }

    private static final LocalTime FROM = LocalTime.of(8, 0);
    private static final LocalTime TO = LocalTime.of(21, 0);

    static List<String> breaches(History history) {
        Map<String, PatientProfile> profiles = history.all(PatientProfile.class).stream()
                .collect(Collectors.toMap(PatientProfile::id, Function.identity(), (older, newer) -> newer));
        List<String> breaches = new ArrayList<>();
        history.deliveries().forEach((id, attempts) -> {
            Notification nudge = attempts.get(0);
            if (nudge.lane() != Lane.NUDGE) {
                return;
            }
            List<Receipt> arrived = history.all(Receipt.class).stream()
                    .filter(receipt -> receipt.id().equals(id))
                    .toList();
            if (arrived.size() > 1 + refusals(history, attempts)) {
                breaches.add("nudge " + id + ": arrived " + arrived.size() + " times");
            }
            arrived.stream()
                    .filter(receipt -> isQuiet(profiles.get(nudge.patient()), receipt))
                    .forEach(receipt -> breaches.add("nudge " + id + ": arrived in quiet hours, at " + receipt.at()));
        });
        return breaches;
    }

    /** Attempts of which it is known that nobody took them. */
    private static long refusals(History history, List<Notification> attempts) {
        return attempts.stream()
                .flatMap(attempt -> history.outcome(attempt).stream())
                .filter(outcome -> outcome == Outcome.RETRY || outcome == Outcome.REFUSED)
                .count();
    }

    private static boolean isQuiet(PatientProfile patient, Receipt receipt) {
        LocalTime time =
                receipt.at().atZone(patient.timeZone().orElse(ZoneOffset.UTC)).toLocalTime();
        return time.isBefore(FROM)
                || !time.isBefore(TO)
                || patient.quietHours().filter(hours -> hours.cover(time)).isPresent();
    }
}
