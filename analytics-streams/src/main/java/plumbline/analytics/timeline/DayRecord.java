package plumbline.analytics.timeline;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plumbline.analytics.effort.Efforts;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.vocabulary.Measure;

/**
 * One local date of a patient's activity: a join-semilattice. An ordinary bout reads and writes this record only.
 *
 * @param newest the newest moment at which a bout of this date began
 */
public record DayRecord(Strip strip, Loads loads, Efforts efforts, Optional<Moment> newest) {
    public static final DayRecord EMPTY = new DayRecord(Strip.EMPTY, Loads.EMPTY, Efforts.NONE, Optional.empty());

    private static final int SECONDS_OF_MINUTE = 60;

    /**
     * What a bout tells, by date: one date, or two when it goes over midnight. Its load belongs to the date on which it began.
     * Dates and minutes are those of the bout's own offset.
     */
    public static Map<LocalDate, DayRecord> of(ActivityBout bout) {
        OffsetDateTime start = bout.start();
        OffsetDateTime end = bout.end().withOffsetSameInstant(start.getOffset());
        LocalDate date = start.toLocalDate();
        int from = start.toLocalTime().toSecondOfDay() / SECONDS_OF_MINUTE;
        long minutesOnwards = (end.toLocalDate().toEpochDay() - date.toEpochDay()) * Strip.MINUTES;
        int to = (int) minutesOnwards + Math.floorDiv(end.toLocalTime().toSecondOfDay() + 59, SECONDS_OF_MINUTE);
        Map<LocalDate, DayRecord> days = new TreeMap<>();
        days.put(
                date,
                new DayRecord(
                        strip(bout, from, Math.min(to, Strip.MINUTES)),
                        loads(bout),
                        Efforts.of(bout),
                        Optional.of(Moment.of(start))));
        if (to > Strip.MINUTES) {
            days.put(
                    date.plusDays(1),
                    new DayRecord(strip(bout, 0, to - Strip.MINUTES), Loads.EMPTY, Efforts.NONE, Optional.empty()));
        }
        return days;
    }

    /** How many bouts of the day are kept one by one. */
    public int entries() {
        return loads.entries().size() + efforts.all().size();
    }

    private static Strip strip(ActivityBout bout, int from, int to) {
        return to <= from ? Strip.EMPTY : Strip.of(from, to, bout.version(), Posture.of(bout));
    }

    private static Loads loads(ActivityBout bout) {
        return bout.load()
                .map(load -> new Loads(List.of(LoadEntry.of(bout, load))))
                .orElseGet(() -> bout.retracted() || bout.version() > 0
                        ? new Loads(List.of(LoadEntry.without(bout)))
                        : Loads.EMPTY);
    }

    /** The join of both. */
    public DayRecord merge(DayRecord other) {
        return new DayRecord(
                strip.merge(other.strip),
                other.loads.entries().isEmpty() ? loads : loads.merge(other.loads),
                efforts.merge(other.efforts),
                newest.map(mine -> other.newest.map(mine::max).orElse(mine)).or(() -> other.newest));
    }

    /** What stays of the day once it is over. */
    public DayDigest digest(LocalDate date) {
        Map<Measure, Integer> symmetry = new TreeMap<>();
        for (Measure measure : loads.measures()) {
            loads.index(measure).ifPresent(index -> symmetry.put(measure, index));
        }
        int unworn = strip.minutes(Posture.NO_DATA) + strip.minutes(Posture.UNWORN);
        int stillest = Math.max(
                Math.max(strip.minutes(Posture.UNWORN), strip.minutes(Posture.LYING)),
                Math.max(strip.minutes(Posture.SITTING), strip.minutes(Posture.STANDING)));
        return new DayDigest(date, Strip.MINUTES - unworn, strip.minutes(Posture.MOVING), stillest, symmetry);
    }
}
