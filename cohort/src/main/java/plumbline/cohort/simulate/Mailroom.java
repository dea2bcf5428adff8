package plumbline.cohort.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import plumbline.cohort.observe.Arrival;

/** What is under way, sorted by the time of its arrival. */
final class Mailroom {
    /** The clock on which a date begins first. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private static final Comparator<Letter> BY_ARRIVAL = Comparator.comparing(
                    (Letter letter) -> letter.arrival().receivedAt())
            .thenComparing(Letter::key)
            .thenComparing(Letter::version);

    private final Consumer<? super Arrival> sink;
    private final PriorityQueue<Letter> underWay = new PriorityQueue<>(BY_ARRIVAL);

    private record Letter(Arrival arrival, String key, long version) {}

    Mailroom(Consumer<? super Arrival> sink) {
        this.sink = sink;
    }

    void post(Arrival arrival) {
        String key = arrival.event().patient() + "/" + arrival.event().id();
        underWay.add(new Letter(arrival, key, arrival.event().version()));
    }

    /** Delivers what arrives before anything of this date can. */
    void deliverUntilDay(LocalDate date) {
        Instant first = date.atStartOfDay().toInstant(EARLIEST);
        while (!underWay.isEmpty() && underWay.peek().arrival().receivedAt().isBefore(first)) {
            deliver();
        }
    }

    void deliverAll() {
        while (!underWay.isEmpty()) {
            deliver();
        }
    }

    private void deliver() {
        Letter letter = underWay.poll();
        if (letter != null) {
            sink.accept(letter.arrival());
        }
    }
}
