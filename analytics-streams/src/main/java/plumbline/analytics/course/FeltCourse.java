package plumbline.analytics.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.analytics.episode.Ending;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.PersistentPain.Close;

/**
 * The stretches of days on which a pain went on: from the day on which an opening held until none was felt for long enough. A
 * stretch ends as RESOLVED when enough of those days were reported, and else as LAPSED, for silence is no recovery.
 */
final class FeltCourse {
    static final String LAPSED = "LAPSED";

    private final Timeline timeline;
    private final Close close;
    private final Opening opening;

    FeltCourse(Timeline timeline, Close close, Opening opening) {
        this.timeline = timeline;
        this.close = close;
        this.opening = opening;
    }

    /** What begins a stretch. */
    interface Opening {
        /** Since when it holds, if it does on this day. */
        Optional<LocalDate> since(PainDay day, NavigableMap<LocalDate, PainDay> days);
    }

    /**
     * A pain that went on.
     *
     * @param heldOn the day on which the opening held
     * @param lastFelt the last day on which it was felt
     */
    record Stretch(LocalDate since, LocalDate heldOn, LocalDate lastFelt, Optional<Ending> ending) {

        private Stretch felt(PainDay day, Close close) {
            return day.worst() >= close.feltFrom() ? new Stretch(since, heldOn, day.date(), ending) : this;
        }
    }

    /** The stretches of a region in the order of their days; only the last can be open. */
    List<Stretch> follow(Subject subject) {
        NavigableMap<LocalDate, PainDay> days = timeline.pain(subject.region());
        List<Stretch> stretches = new ArrayList<>();
        Stretch run = timeline.carried(subject)
                .map(known -> carried(known, days.headMap(timeline.judgedFrom(), false)))
                .orElse(null);
        for (PainDay day : days.tailMap(timeline.judgedFrom(), true).values()) {
            if (run != null && isOverOn(day.date(), run)) {
                stretches.add(ended(run));
                run = null;
            }
            run = run == null ? opened(day, days) : run.felt(day, close);
        }
        if (run != null) {
            stretches.add(isOverOn(timeline.today(), run) ? ended(run) : run);
        }
        return stretches;
    }

    private Stretch carried(Known known, NavigableMap<LocalDate, PainDay> before) {
        LocalDate lastFelt = before.descendingMap().values().stream()
                .filter(day -> day.worst() >= close.feltFrom())
                .findFirst()
                .map(PainDay::date)
                .orElse(known.span().heldOn());
        return new Stretch(known.span().since(), known.span().heldOn(), lastFelt, Optional.empty());
    }

    private @Nullable Stretch opened(PainDay day, NavigableMap<LocalDate, PainDay> days) {
        return opening.since(day, days)
                .map(since -> new Stretch(since, day.date(), day.date(), Optional.empty()))
                .orElse(null);
    }

    /** The first day on which a stretch would be over. */
    LocalDate endsOn(Stretch stretch) {
        return stretch.lastFelt().plusDays(close.freeDays() + 1L);
    }

    private boolean isOverOn(LocalDate day, Stretch stretch) {
        return !day.isBefore(endsOn(stretch));
    }

    private Stretch ended(Stretch run) {
        boolean confirmed = reportedAfter(run) >= close.reportedShare() * close.freeDays();
        Ending ending = new Ending(endsOn(run), confirmed ? Ending.RESOLVED : LAPSED);
        return new Stretch(run.since(), run.heldOn(), run.lastFelt(), Optional.of(ending));
    }

    /** On how many of the days without pain anything was reported. */
    int reportedAfter(Stretch stretch) {
        return timeline.reportedDays(
                stretch.lastFelt().plusDays(1), stretch.lastFelt().plusDays(close.freeDays()));
    }
}
