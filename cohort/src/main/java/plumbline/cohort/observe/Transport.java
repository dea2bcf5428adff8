package plumbline.cohort.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plumbline.cohort.chance.Dice;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;

/** The way of an event from the patient to the server: late, twice, or in two versions. */
final class Transport {
    private static final double HOUR = Duration.ofHours(1).toSeconds();
    private static final double DAY = Duration.ofDays(1).toSeconds();
    private static final double WEEK = Duration.ofDays(7).toSeconds();

    /** How far a first version's score was off, in points. */
    private static final int OFF = 2;

    private final TransportRates rates;

    Transport(TransportRates rates) {
        this.rates = rates;
    }

    /** Everything that the server receives because of an event. */
    void send(Event event, boolean mayBeWrong, Dice dice, List<Arrival> arrivals) {
        Instant received = received(event, dice);
        Optional<Event> wrong = mayBeWrong && dice.chance(rates.corrected()) ? mistaken(event, dice) : Optional.empty();
        if (wrong.isPresent()) {
            arrivals.add(new Arrival(wrong.get(), received));
            received = received.plusSeconds((long) dice.between(60, DAY));
        }
        Event sent = wrong.isPresent() ? next(event, false) : event;
        arrivals.add(new Arrival(sent, received));
        if (dice.chance(rates.duplicated())) {
            arrivals.add(new Arrival(sent, received.plusSeconds((long) dice.between(1, DAY))));
        }
    }

    /** An entry that never should have been, and its withdrawal. */
    void withdraw(PainReport mistake, Dice dice, List<Arrival> arrivals) {
        Instant received = received(mistake, dice);
        arrivals.add(new Arrival(mistake, received));
        arrivals.add(new Arrival(next(mistake, true), received.plusSeconds((long) dice.between(60, DAY))));
    }

    private Instant received(Event event, Dice dice) {
        double share = dice.unit();
        double seconds;
        if (share < rates.withinHour()) {
            seconds = dice.between(1, HOUR);
        } else if (share < rates.withinHour() + rates.withinDay()) {
            seconds = dice.between(HOUR, DAY);
        } else {
            seconds = dice.between(DAY, WEEK);
        }
        return event.end().toInstant().plusSeconds((long) seconds);
    }

    /** The event as it was wrong at first, where it holds something that can be wrong. */
    private static Optional<Event> mistaken(Event event, Dice dice) {
        if (event instanceof PainReport report && report.intensity().isPresent()) {
            int score = report.intensity().getAsInt();
            int wrong =
                    score < OFF || (score <= PainReport.WORST - OFF && dice.chance(0.5)) ? score + OFF : score - OFF;
            return Optional.of(copy(report).intensity(wrong).build());
        }
        return Optional.empty();
    }

    private static Event next(Event event, boolean retracted) {
        if (event instanceof PainReport report) {
            return copy(report)
                    .version(report.version() + 1)
                    .retracted(retracted)
                    .build();
        }
        throw new IllegalArgumentException("only reports are corrected: " + ((ActivityBout) event).id());
    }

    private static PainReport.Builder copy(PainReport report) {
        PainReport.Builder copy = PainReport.of(report.id(), report.patient(), report.at())
                .version(report.version())
                .side(report.side())
                .onset(report.onset())
                .flare(report.flare())
                .symptoms(report.symptoms())
                .limits(report.limits());
        report.site().ifPresent(copy::site);
        report.intensity().ifPresent(copy::intensity);
        report.source().ifPresent(copy::source);
        return copy;
    }
}
