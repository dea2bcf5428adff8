package plumbline.standalone.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Phase;
import plumbline.standalone.recording.History;
import plumbline.standalone.recording.History.Outage;
import plumbline.standalone.recording.History.Receipt;
import plumbline.standalone.recording.Recordings;

/** What the other guarantees stand on: in each run, a kill met a message at each of the five points of its send. */
class PointsGuarantee {
    private static final Duration JUST = Duration.ofSeconds(1);

    /** How far a message has come. */
    private enum Point {
        COMMANDED,
        STARTED,
        SENT,
        ANSWERED,
        JUST_REPORTED
    }

    @ParameterizedTest
    @MethodSource("plumbline.standalone.recording.Recordings#seeds")
    void holds(long seed) {
        assertThat(breaches(Recordings.of(seed))).as(Recordings.again(seed)).isEmpty();
    }

    static List<String> breaches(History history) {
        Set<Point> hit = EnumSet.noneOf(Point.class);
        for (Outage outage : history.all(Outage.class)) {
            history.all(Notification.class).stream()
                    .filter(command -> command.at().isBefore(outage.killed()))
                    .flatMap(command -> point(history, command, outage.killed()).stream())
                    .forEach(hit::add);
        }
        return Arrays.stream(Point.values())
                .filter(point -> !hit.contains(point))
                .map(point -> "no message was " + point + " when the notifier was killed")
                .toList();
    }

    private static Optional<Point> point(History history, Notification command, Instant killed) {
        Optional<Instant> ended = at(history, command, Phase.FINAL).filter(killed::isAfter);
        if (ended.isPresent()) {
            return ended.filter(end -> end.plus(JUST).isAfter(killed)).map(just -> Point.JUST_REPORTED);
        }
        if (at(history, command, Phase.STARTED).filter(killed::isAfter).isEmpty()) {
            return Optional.of(Point.COMMANDED);
        }
        return Optional.of(history.all(Receipt.class).stream()
                .filter(receipt -> receipt.id().equals(command.id()))
                .filter(receipt ->
                        receipt.at().isAfter(command.at()) && receipt.at().isBefore(killed))
                .findFirst()
                .map(receipt -> receipt.isTaken() ? Point.ANSWERED : Point.SENT)
                .orElse(Point.STARTED));
    }

    private static Optional<Instant> at(History history, Notification command, Phase phase) {
        return history.report(command, phase).map(DeliveryReport::at);
    }
}
