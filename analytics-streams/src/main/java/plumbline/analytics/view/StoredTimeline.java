package plumbline.analytics.view;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import plumbline.analytics.episode.Register;
import plumbline.analytics.history.ActiveDays;
import plumbline.analytics.history.History;
import plumbline.analytics.history.Pains;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Ledger;
import plumbline.analytics.timeline.Moment;

/** Puts the stored parts of a patient together for a view. */
public final class StoredTimeline {

    private StoredTimeline() {}

    /**
     * The stored parts.
     *
     * @param day the record of a date
     */
    public record Parts(History history, Ledger ledger, Register register, Function<LocalDate, DayRecord> day) {}

    /** The view of so many days up to the newest. */
    public static TimelineView view(String patient, Parts parts, int days) {
        LocalDate newest = parts.history().newest();
        DayRecord record = parts.day().apply(newest);
        Moment moment = newest(parts.ledger().newest(), record.newest(), newest);
        Timeline.Now now = new Timeline.Now(moment.instant(), newest, LocalDate.MIN, moment, record);
        Timeline timeline = new Timeline(
                now,
                new Pains(parts.history().frozen(), parts.ledger().reports()),
                ActiveDays.NONE.of(parts.history().days()),
                parts.register().known());
        return TimelineView.of(patient, timeline, parts.register().known(), days);
    }

    private static Moment newest(Optional<Moment> reported, Optional<Moment> moved, LocalDate day) {
        return reported.map(mine -> moved.map(mine::max).orElse(mine))
                .or(() -> moved)
                .orElseGet(() -> new Moment(day, 0, 0));
    }
}
