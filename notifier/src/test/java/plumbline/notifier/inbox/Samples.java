package plumbline.notifier.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.alert.Attention;
import plumbline.contract.alert.CareAction;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.EvidenceDay;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Pattern;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/** Alerts to try things with. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private Samples() {}

    public static Alert persistent(String id, String patient) {
        return open(
                id,
                patient,
                finding(
                        patient,
                        FindingKind.PERSISTENT_PAIN,
                        Severity.ROUTINE,
                        "Pain of 3 or more on 4 of the last 5 days in the lower back, left",
                        evidence(
                                "PERSIST-1",
                                numbers("painDays", 4, "painDaysNeeded", 3, "windowDays", 5, "painFrom", 3, "worst", 6),
                                pain(5, 4, 5, 6, 0))));
    }

    public static Alert compensation(String id, String patient) {
        return open(
                id,
                patient,
                finding(
                        patient,
                        FindingKind.COMPENSATION,
                        Severity.ROUTINE,
                        "Walking has shifted 7.1 points away from the painful left knee, from a baseline of 0.8",
                        evidence(
                                "COMPENSATION",
                                numbers("medianIndex", 7.9, "baseline", 0.8, "watchFrom", 5, "changeNeeded", 5.6),
                                IntStream.range(0, 28)
                                        .filter(day -> day % 9 != 4)
                                        .mapToObj(day -> EvidenceDay.symmetry(
                                                TODAY.minusDays(27 - day), (day < 14 ? 0.5 : 7.2) + day % 3))
                                        .toList())));
    }

    public static Alert emergency(String id, String patient) {
        return open(
                id,
                patient,
                finding(
                        patient,
                        FindingKind.RED_FLAG,
                        Severity.EMERGENCY,
                        "Numbness of the saddle area and a change of the bladder with pain of 7 in the lower back",
                        evidence(
                                "RED-FLAG",
                                numbers("saddle-numbness", 1, "bladder-change", 1, "intensity", 7),
                                List.of())));
    }

    public static Alert dormant(String id, String patient) {
        return with(persistent(id, patient), AlertStatus.OPEN, Attention.DORMANT, "default");
    }

    public static Alert review(String id, String patient) {
        return with(emergency(id, patient), AlertStatus.OPEN, Attention.REVIEW, "default");
    }

    public static Alert acknowledged(Alert alert, String by) {
        return new Alert(
                alert.id(),
                alert.patient(),
                alert.team(),
                AlertStatus.ACKNOWLEDGED,
                alert.revision() + 1,
                alert.attention(),
                alert.openedAt(),
                NOW,
                Optional.of(new Alert.Acknowledgement(by, NOW, "")),
                Optional.empty(),
                alert.finding());
    }

    /** What an action of a nurse makes of an alert. */
    public static Alert after(Alert alert, CareAction action) {
        Alert.Acknowledgement by = new Alert.Acknowledgement(action.user(), NOW, action.note());
        Alert.Resolution end = new Alert.Resolution(action.user(), NOW, action.reason(), action.note());
        Optional<Alert.Acknowledgement> known = alert.acknowledgement();
        return switch (action.action()) {
            case ACKNOWLEDGE ->
                next(alert, AlertStatus.ACKNOWLEDGED, Optional.of(by), Optional.empty())
                        .pursued(pursuit(Alert.Awaited.ACTION, 1, NOW.plusSeconds(3 * 24 * 3600)));
            case CONTACT -> next(alert, AlertStatus.IN_ACTION, known.or(() -> Optional.of(by)), Optional.empty());
            case RESOLVE -> next(alert, AlertStatus.RESOLVED, known, Optional.of(end));
            case REOPEN, ESCALATE ->
                next(alert, AlertStatus.OPEN, Optional.empty(), Optional.empty())
                        .pursued(pursuit(Alert.Awaited.STEP, 2, NOW.plusSeconds(24 * 3600)));
            case SNOOZE ->
                next(alert, alert.status(), known, Optional.empty())
                        .pursued(pursuit(Alert.Awaited.SNOOZE, 1, action.until().orElseThrow()));
            case ASSIGN -> next(alert, alert.status(), known, Optional.empty()).assigned(action.assignee());
            case NOTE -> next(alert, alert.status(), known, Optional.empty());
        };
    }

    private static Optional<Alert.Pursuit> pursuit(Alert.Awaited awaits, int step, Instant at) {
        return Optional.of(new Alert.Pursuit(awaits, step, 2, at));
    }

    private static Alert next(
            Alert alert,
            AlertStatus status,
            Optional<Alert.Acknowledgement> acknowledgement,
            Optional<Alert.Resolution> resolution) {
        return new Alert(
                alert.id(),
                alert.patient(),
                alert.team(),
                status,
                alert.revision() + 1,
                alert.attention(),
                alert.openedAt(),
                NOW,
                acknowledgement,
                resolution,
                alert.finding());
    }

    public static Alert resolved(Alert alert) {
        return new Alert(
                alert.id(),
                alert.patient(),
                alert.team(),
                AlertStatus.RESOLVED,
                alert.revision() + 1,
                alert.attention(),
                alert.openedAt(),
                NOW,
                alert.acknowledgement(),
                Optional.of(new Alert.Resolution("plumbline", NOW, Optional.empty(), "")),
                alert.finding());
    }

    public static Alert ofTeam(Alert alert, String team) {
        return with(alert, alert.status(), alert.attention(), team);
    }

    public static Alert openedAt(Alert alert, Instant at) {
        return new Alert(
                alert.id(),
                alert.patient(),
                alert.team(),
                alert.status(),
                alert.revision(),
                alert.attention(),
                at,
                at,
                alert.acknowledgement(),
                alert.resolution(),
                alert.finding());
    }

    public static AlertEntry entry(
            Alert alert, long sequence, String what, String actor, String detail, Optional<String> action) {
        return new AlertEntry(
                alert.id(),
                alert.patient(),
                sequence,
                alert.revision(),
                NOW.plusSeconds(sequence),
                what,
                actor,
                detail,
                action);
    }

    private static Alert with(Alert alert, AlertStatus status, Attention attention, String team) {
        return new Alert(
                alert.id(),
                alert.patient(),
                team,
                status,
                alert.revision(),
                attention,
                alert.openedAt(),
                alert.updatedAt(),
                alert.acknowledgement(),
                alert.resolution(),
                alert.finding());
    }

    private static Alert open(String id, String patient, Finding finding) {
        Instant opened = NOW.minusSeconds(3 * 3600);
        return new Alert(
                id,
                patient,
                "default",
                AlertStatus.OPEN,
                1,
                Attention.ACTIVE,
                opened,
                opened,
                Optional.empty(),
                Optional.empty(),
                finding);
    }

    private static Finding finding(
            String patient, FindingKind kind, Severity severity, String summary, Evidence evidence) {
        boolean sided = kind == FindingKind.COMPENSATION;
        return new Finding(
                "f-" + kind.code() + "-" + patient,
                patient,
                kind,
                Change.OPENED,
                severity,
                kind == FindingKind.PERSISTENT_PAIN ? OptionalInt.of(1) : OptionalInt.empty(),
                Optional.of(sided ? Site.KNEE : Site.LOWER_BACK),
                kind == FindingKind.RED_FLAG ? Side.UNKNOWN : Side.LEFT,
                TODAY.minusDays(4),
                TODAY,
                OffsetDateTime.ofInstant(NOW.minusSeconds(600), ZoneOffset.ofHours(1)),
                "2026.11",
                summary,
                sided ? Optional.of(Pattern.ANTALGIC) : Optional.empty(),
                sided ? Optional.of(Side.RIGHT) : Optional.empty(),
                sided ? Optional.of(Measure.GROUND_FORCE) : Optional.empty(),
                evidence);
    }

    private static Evidence evidence(String rule, Map<String, Double> numbers, List<EvidenceDay> days) {
        return new Evidence(rule, numbers, days, 0.8, List.of("e1", "e2"));
    }

    private static Map<String, Double> numbers(Object... pairs) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            numbers.put((String) pairs[i], ((Number) pairs[i + 1]).doubleValue());
        }
        return numbers;
    }

    private static List<EvidenceDay> pain(int... worst) {
        return IntStream.range(0, worst.length)
                .mapToObj(
                        day -> EvidenceDay.pain(TODAY.minusDays(worst.length - 1L - day), worst[day], worst[day] * 0.8))
                .toList();
    }
}
