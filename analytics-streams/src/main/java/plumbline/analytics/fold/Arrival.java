package plumbline.analytics.fold;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import plumbline.analytics.episode.Person;
import plumbline.contract.event.Event;
import plumbline.contract.event.EventChecks;

/** How an event came, and by which clock it is judged. */
public sealed interface Arrival {

    /** How many days back an event may be told. */
    int HORIZON_DAYS = 30;

    /** Why the event comes at the wrong time, if it does. */
    Optional<Refusal> judge(Event event, Chart chart);

    /** When it was accepted, on the service's clock. */
    Instant acceptedAt(Event event);

    /** Whether the event was accepted before its patient was erased; a file knows no erasure. */
    default boolean isErased(Person person) {
        return false;
    }

    /** How much is kept of a patient; of a file, all. */
    default Room room() {
        return Room.ENDLESS;
    }

    /** The earliest wall-clock time at which the patient may be looked at again. */
    Instant settled();

    /**
     * Accepted by a running service: late is what the patient's own newest day has left behind.
     *
     * @param acceptedAt on the service's clock
     */
    record Live(Instant acceptedAt) implements Arrival {
        /** So long must a patient be quiet before silence is judged, so that a history on its way in is not taken for it. */
        private static final Duration SETTLE = Duration.ofMinutes(1);

        @Override
        public Optional<Refusal> judge(Event event, Chart chart) {
            if (!EventChecks.ahead(event, acceptedAt).isEmpty()) {
                return Optional.of(Refusal.TIME_IN_FUTURE);
            }
            boolean suspect =
                    chart.newestDay().filter(newest -> isLate(event, newest)).isPresent();
            return suspect
                            && isLate(
                                    event,
                                    chart.history().orElseThrow().horizon().newestBefore(acceptedAt))
                    ? Optional.of(Refusal.TOO_LATE)
                    : Optional.empty();
        }

        private static boolean isLate(Event event, LocalDate newest) {
            return event.date().isBefore(newest.minusDays(HORIZON_DAYS));
        }

        @Override
        public boolean isErased(Person person) {
            return person.isErased(acceptedAt);
        }

        @Override
        public Room room() {
            return Room.OF_A_SERVICE;
        }

        @Override
        public Instant acceptedAt(Event event) {
            return acceptedAt;
        }

        @Override
        public Instant settled() {
            return acceptedAt.plus(SETTLE);
        }
    }

    /**
     * Read from a file that says when the event was received: late is a matter of this event alone, whatever order the file has.
     */
    record Recorded(Instant receivedAt) implements Arrival {
        @Override
        public Optional<Refusal> judge(Event event, Chart chart) {
            if (!EventChecks.ahead(event, receivedAt).isEmpty()) {
                return Optional.of(Refusal.TIME_IN_FUTURE);
            }
            ZoneOffset offset = event.start().getOffset();
            LocalDate received = receivedAt.atOffset(offset).toLocalDate();
            return event.date().isBefore(received.minusDays(HORIZON_DAYS))
                    ? Optional.of(Refusal.TOO_LATE)
                    : Optional.empty();
        }

        @Override
        public Instant acceptedAt(Event event) {
            return receivedAt;
        }

        @Override
        public Instant settled() {
            return new Live(receivedAt).settled();
        }
    }

    /** Read from a file that says nothing: never late. */
    record Undated() implements Arrival {
        @Override
        public Optional<Refusal> judge(Event event, Chart chart) {
            return Optional.empty();
        }

        /** As if it had come at once. */
        @Override
        public Instant acceptedAt(Event event) {
            return event.end().toInstant();
        }

        @Override
        public Instant settled() {
            return Instant.MIN;
        }
    }
}
