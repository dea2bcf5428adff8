package plumbline.analytics.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A moment on a patient's own clock, ordered by local date first: the newest moment tells the patient's newest day, and the offset
 * by which the days that follow begin.
 *
 * @param second the local second of the day
 * @param offset seconds east of Greenwich
 */
public record Moment(LocalDate date, int second, int offset) implements Comparable<Moment> {
    public static Moment of(OffsetDateTime time) {
        return new Moment(
                time.toLocalDate(),
                time.toLocalTime().toSecondOfDay(),
                time.getOffset().getTotalSeconds());
    }

    public Instant instant() {
        return Instant.ofEpochSecond(date.toEpochDay() * 86_400 + second - offset);
    }

    public ZoneOffset zone() {
        return ZoneOffset.ofTotalSeconds(offset);
    }

    /** The later of the two. */
    public Moment max(Moment other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Moment other) {
        int order = date.compareTo(other.date);
        if (order == 0) {
            order = Integer.compare(second - offset, other.second - other.offset);
        }
        return order == 0 ? Integer.compare(offset, other.offset) : order;
    }
}
