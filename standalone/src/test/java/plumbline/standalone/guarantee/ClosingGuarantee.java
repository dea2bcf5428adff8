package plumbline.standalone.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Reason;
import plumbline.standalone.recording.History;
import plumbline.standalone.recording.History.Receipt;
import plumbline.standalone.recording.Recordings;

/** G7: a closing never overtakes its firing at a recipient. */
class ClosingGuarantee {
    @ParameterizedTest
    @MethodSource("plumbline.standalone.recording.Recordings#seeds")
    void holds(long seed) {
        assertThat(breaches(Recordings.of(seed))).as(Recordings.again(seed)).isEmpty();
    }

    private record Arrival(Receipt receipt, Notification message) {
        String address() {
            return message.alert() + " to " + message.recipient() + " by "
                    + message.channel().code();
        }

        boolean closes() {
            return message.reason() == Reason.RESOLVED;
        }

        boolean fires() {
            return !closes() && message.reason() != Reason.NUDGE;
        }
    }

    static List<String> breaches(History history) {
        List<String> breaches = new ArrayList<>();
        history.all(Receipt.class).stream()
                .filter(Receipt::isTaken)
                .flatMap(receipt -> Optional.ofNullable(history.deliveries().get(receipt.id())).stream()
                        .map(commands -> new Arrival(receipt, commands.get(0))))
                .collect(Collectors.groupingBy(Arrival::address))
                .forEach((address, arrivals) -> overtaken(address, arrivals, breaches));
        return breaches;
    }

    private static void overtaken(String address, List<Arrival> arrivals, List<String> breaches) {
        for (int i = 0; i < arrivals.size(); i++) {
            Arrival closing = arrivals.get(i);
            if (!closing.closes()) {
                continue;
            }
            arrivals.subList(i + 1, arrivals.size()).stream()
                    .filter(later -> later.fires()
                            && !later.message().at().isAfter(closing.message().at()))
                    .forEach(later -> breaches.add(
                            "alert " + address + ": " + later.message().reason().code() + " arrived at "
                                    + later.receipt().at() + ", after the closing at "
                                    + closing.receipt().at()));
        }
    }
}
