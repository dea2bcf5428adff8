package plumbline.analytics.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.analytics.episode.Ending;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Span;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.history.Timeline;

/**
 * The stretches of days on which the level of a pain was out of the ordinary. It is judged on days with a report; it opens at one
 * limit and ends at another, so that one report does not make it flap, and lapses when too little is heard.
 */
final class LevelCourse {
    static final String SETTLED = "SETTLED";
    static final String LAPSED = "LAPSED";

    private final Timeline timeline;
    private final Limits limits;
    private final int lapseDays;

    LevelCourse(Timeline timeline, Limits limits, int lapseDays) {
        this.timeline = timeline;
        this.limits = limits;
        this.lapseDays = lapseDays;
    }

    /** When the level is out of the ordinary. */
    interface Limits {
        /** Since when, if it opens on this day. */
        Optional<LocalDate> opens(LocalDate day);

        boolean ends(LocalDate day);
    }

    List<Span> follow(Subject subject) {
        NavigableMap<LocalDate, PainDay> days = timeline.pain(subject.region());
        List<Span> spans = new ArrayList<>();
        Span run = timeline.carried(subject)
                .map(known -> carried(known, days.headMap(timeline.judgedFrom(), false)))
                .orElse(null);
        for (LocalDate day : days.tailMap(timeline.judgedFrom(), true).keySet()) {
            if (run != null && day.isAfter(lapsesAfter(run))) {
                spans.add(ended(run, lapsesAfter(run).plusDays(1), LAPSED));
                run = null;
            }
            if (run == null) {
                run = opened(day);
            } else if (limits.ends(day)) {
                spans.add(ended(run, day, SETTLED));
                run = null;
            } else {
                run = new Span(run.since(), run.heldOn(), day, Optional.empty());
            }
        }
        if (run != null) {
            boolean lapsed = timeline.today().isAfter(lapsesAfter(run));
            spans.add(lapsed ? ended(run, lapsesAfter(run).plusDays(1), LAPSED) : run);
        }
        return spans;
    }

    private static Span carried(Known known, NavigableMap<LocalDate, PainDay> before) {
        LocalDate heldOn = known.span().heldOn();
        LocalDate newest = before.isEmpty() || before.lastKey().isBefore(heldOn) ? heldOn : before.lastKey();
        return new Span(known.span().since(), heldOn, newest, Optional.empty());
    }

    private @Nullable Span opened(LocalDate day) {
        return limits.opens(day)
                .map(since -> new Span(since, day, day, Optional.empty()))
                .orElse(null);
    }

    /** The last day on which an open stretch holds if nothing more is heard. */
    LocalDate lapsesAfter(Span run) {
        return run.newestDay().plusDays(lapseDays);
    }

    private static Span ended(Span run, LocalDate on, String rule) {
        return new Span(run.since(), run.heldOn(), run.newestDay(), Optional.of(new Ending(on, rule)));
    }
}
