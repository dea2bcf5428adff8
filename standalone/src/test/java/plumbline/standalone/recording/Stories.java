package plumbline.standalone.recording;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import plumbline.contract.alert.ActionKind;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.delivery.Notification;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.standalone.recording.History.Published;

/** What happens to some patients meanwhile: findings that climb, end, worsen and are said twice, and people who answer or do not. */
final class Stories implements AutoCloseable {
    /** Whom stories are about; two of each. */
    private enum Plot {
        CLIMBS,
        ACKNOWLEDGED,
        RESOLVED,
        ENDS,
        WORSENS,
        ROUTINE,
        GONE,
        JAMMED,
        NUDGE,
        NIGHT,
        DUSK;

        List<String> patients() {
            return IntStream.range(0, 2)
                    .mapToObj(i -> PREFIX + name() + "-" + i)
                    .toList();
        }
    }

    static final String PREFIX = "story-";
    private static final int BEGIN_WITHIN = 15_000;
    private static final int GOES_ON_WITHIN = 9_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int[] FAULTS = {500, 503, 429};

    private final Inputs inputs;
    private final Tape tape;
    private final long seed;
    private final Random chance;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private int actions;

    Stories(Inputs inputs, Tape tape, long seed) {
        this.inputs = inputs;
        this.tape = tape;
        this.seed = seed;
        this.chance = new Random(seed);
    }

    /** Writes everybody into the directory; whoever is at noon or at night is so by a zone. */
    void list() {
        String noon = "'timeZone':'" + zoneAt(12) + "'";
        LocalTime dusk = LocalTime.now(ZoneOffset.UTC).plusSeconds(75).truncatedTo(ChronoUnit.MINUTES);
        for (Plot plot : Plot.values()) {
            String times = switch (plot) {
                case NIGHT -> "'timeZone':'" + zoneAt(3) + "'";
                case DUSK ->
                    noon + ",'quietHours':{'from':'" + atNoon(dusk.minusHours(2)) + "','to':'" + atNoon(dusk) + "'}";
                default -> noon;
            };
            String team = plot == Plot.GONE ? "left" : "quick";
            plot.patients().forEach(patient -> inputs.patient(patient, "'careTeam':'" + team + "'," + times));
        }
    }

    /** Begins all stories, each at a moment of its own. */
    void begin() {
        tell(Plot.CLIMBS, FindingKind.URGENT_PAIN, Severity.EMERGENCY, patient -> {});
        tell(Plot.GONE, FindingKind.URGENT_PAIN, Severity.EMERGENCY, patient -> {});
        tell(
                Plot.ACKNOWLEDGED,
                FindingKind.URGENT_PAIN,
                Severity.EMERGENCY,
                patient -> act(patient, ActionKind.ACKNOWLEDGE));
        tell(Plot.RESOLVED, FindingKind.RED_FLAG, Severity.SAME_DAY, patient -> act(patient, ActionKind.RESOLVE));
        tell(
                Plot.ENDS,
                FindingKind.URGENT_PAIN,
                Severity.SAME_DAY,
                patient -> say(patient, FindingKind.URGENT_PAIN, Severity.SAME_DAY, Change.RESOLVED));
        tell(
                Plot.WORSENS,
                FindingKind.URGENT_PAIN,
                Severity.SAME_DAY,
                patient -> say(patient, FindingKind.URGENT_PAIN, Severity.EMERGENCY, Change.UPDATED));
        tell(Plot.ROUTINE, FindingKind.PERSISTENT_PAIN, Severity.ROUTINE, patient -> {});
        for (Plot plot : List.of(Plot.NUDGE, Plot.NIGHT, Plot.DUSK)) {
            tell(plot, FindingKind.PROLONGED_SITTING, Severity.SELF_CARE, patient -> {});
        }
    }

    /** A finding that nobody is scripted to answer; returns its patient. */
    String jammed() {
        String patient = Plot.JAMMED.patients().get(0);
        say(patient, FindingKind.URGENT_PAIN, Severity.EMERGENCY, Change.OPENED);
        return patient;
    }

    /** Somebody resolves the alert of a patient; returns once it is. */
    void resolve(String patient) {
        await("it is resolved")
                .pollInterval(Duration.ofMillis(200))
                .atMost(PATIENCE)
                .until(() -> {
                    act(patient, ActionKind.RESOLVE);
                    return open().stream().noneMatch(alert -> alert.patient().equals(patient));
                });
    }

    private void tell(Plot plot, FindingKind kind, Severity severity, Consumer<String> then) {
        for (String patient : plot.patients()) {
            int begin = chance.nextInt(BEGIN_WITHIN);
            at(begin, () -> say(patient, kind, severity, Change.OPENED));
            at(begin + 500 + chance.nextInt(GOES_ON_WITHIN), () -> then.accept(patient));
        }
    }

    private void at(int millis, Runnable what) {
        clock.schedule(what, millis, TimeUnit.MILLISECONDS);
    }

    /** Says it, and one time in three says it again. */
    private void say(String patient, FindingKind kind, Severity severity, Change change) {
        var finding = Findings.of(patient, kind, severity, change, Instant.now());
        inputs.find(finding);
        if (chance.nextInt(3) == 0) {
            inputs.find(finding);
        }
    }

    private synchronized void act(String patient, ActionKind kind) {
        open().stream()
                .filter(alert -> alert.patient().equals(patient))
                .forEach(alert -> inputs.act("act-" + ++actions, alert, kind));
    }

    private List<Alert> open() {
        return new History(tape.facts(), Instant.now())
                .alerts().values().stream()
                        .map(states -> states.get(states.size() - 1))
                        .map(Published::alert)
                        .filter(alert -> alert.status() != AlertStatus.RESOLVED)
                        .toList();
    }

    /** Somebody resolves whatever is open, and all that is under way arrives. */
    void end() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(BEGIN_WITHIN + GOES_ON_WITHIN, TimeUnit.MILLISECONDS);
        await("all is resolved")
                .pollInterval(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    open().forEach(alert -> inputs.act("act-" + ++actions, alert, ActionKind.RESOLVE));
                    return open().isEmpty();
                });
        settle(unended -> unended.isEmpty());
    }

    /** Waits for what is under way, for a while; whatever never comes is a matter of the guarantees. */
    void settle(Predicate<List<Notification>> enough) {
        try {
            await().pollInterval(Duration.ofMillis(100))
                    .during(Duration.ofSeconds(1))
                    .atMost(PATIENCE)
                    .until(() -> enough.test(new History(tape.facts(), Instant.now()).unended()));
        } catch (ConditionTimeoutException never) {
            System.out.println("Some messages never ended");
        }
    }

    /** What a receiver answers: one first attempt in four finds it broken. */
    int answer(String patient, String id, int arrival) {
        if (!patient.startsWith(PREFIX)) {
            return 204;
        }
        Random fault = new Random(seed ^ (id.hashCode() * 31L + arrival));
        return arrival == 1 && fault.nextInt(4) == 0 ? FAULTS[fault.nextInt(FAULTS.length)] : 204;
    }

    /** The zone in which it is now this hour. */
    private static String zoneAt(int hour) {
        int ahead = hour - LocalTime.now(ZoneOffset.UTC).getHour();
        // The signs of these zones are those of POSIX: behind Greenwich is positive.
        return "Etc/GMT" + String.format("%+d", -(ahead < -12 ? ahead + 24 : ahead));
    }

    private static LocalTime atNoon(LocalTime utc) {
        return utc.plusHours(12 - LocalTime.now(ZoneOffset.UTC).getHour());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
