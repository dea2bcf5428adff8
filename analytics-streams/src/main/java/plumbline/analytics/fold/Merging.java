package plumbline.analytics.fold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plumbline.analytics.history.History;
import plumbline.analytics.history.Retention;
import plumbline.analytics.posture.PostureRules;
import plumbline.analytics.timeline.DayDigest;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Ledger;
import plumbline.analytics.timeline.Report;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;

/** Merges an event into a chart, and keeps the history true to it. */
final class Merging {
    private final Chart chart;
    private final Retention retention;
    private final PostureRules today;
    private final Room room;
    private boolean strained;
    private boolean crowded;

    /**
     * Merging into a chart.
     *
     * @param today tells whether a bout of today is worth a look
     */
    Merging(Chart chart, Retention retention, PostureRules today, Room room) {
        this.chart = chart;
        this.retention = retention;
        this.today = today;
        this.room = room;
    }

    /** What an event changed, as far as the rules could see it. */
    enum Effect {
        /** Nothing that they read: a duplicate, or an ordinary bout of the day that is not over. */
        NONE,
        /** Nothing, for there is no more room. */
        CROWDED,
        CHANGED,
        /** The patient's newest day moved on. */
        NEW_DAY
    }

    Effect merge(Event event, Instant acceptedAt) {
        boolean painChanged = event instanceof PainReport report && merge(report);
        LocalDate date = event.date();
        LocalDate newest = chart.newestDay().orElse(LocalDate.MIN);
        List<LocalDate> days = event instanceof ActivityBout bout ? merge(bout, newest) : List.of();
        if (crowded) {
            return Effect.CROWDED;
        }
        if (date.isAfter(newest)) {
            moveOn(date, acceptedAt);
            return Effect.NEW_DAY;
        }
        List<DayDigest> digests = new ArrayList<>(1);
        for (LocalDate day : days) {
            if (day.isBefore(newest)) {
                digests.add(chart.day(day).digest(day));
            }
        }
        return refresh(digests) || painChanged || strained ? Effect.CHANGED : Effect.NONE;
    }

    private boolean merge(PainReport report) {
        Ledger before = chart.ledger();
        Ledger after = before.with(Report.of(report));
        crowded = !room.isFor(before, after, report.date());
        if (after == before || crowded) {
            return false;
        }
        chart.put(after);
        return true;
    }

    /** The dates whose record changed. */
    private List<LocalDate> merge(ActivityBout bout, LocalDate newest) {
        List<LocalDate> changed = new ArrayList<>(1);
        for (Map.Entry<LocalDate, DayRecord> part : DayRecord.of(bout).entrySet()) {
            DayRecord before = chart.day(part.getKey());
            DayRecord after = before.merge(part.getValue());
            crowded |= !room.isFor(before, after);
            if (!after.equals(before) && !crowded) {
                chart.put(part.getKey(), after);
                changed.add(part.getKey());
                strained |= part.getKey().equals(newest) && today.differ(before, after);
            }
        }
        return changed;
    }

    private boolean refresh(List<DayDigest> digests) {
        if (digests.isEmpty()) {
            return false;
        }
        History before = chart.history().orElseThrow();
        History after = before.with(digests);
        if (after.equals(before)) {
            return false;
        }
        chart.put(after);
        return true;
    }

    private void moveOn(LocalDate date, Instant acceptedAt) {
        if (chart.history().isEmpty()) {
            chart.put(History.startingOn(date, acceptedAt));
            return;
        }
        History before = chart.history().get();
        LocalDate over = before.newest();
        List<DayDigest> digests = new ArrayList<>(2);
        // A bout over midnight may have begun the record of the day after the newest.
        for (LocalDate day = over; day.isBefore(date) && !day.isAfter(over.plusDays(1)); day = day.plusDays(1)) {
            digests.add(chart.day(day).digest(day));
        }
        History moved = before.with(digests).movedTo(date, acceptedAt);
        LocalDate firstChangeable = retention.firstChangeable(moved.horizon().settled());
        Ledger ledger = chart.ledger();
        Ledger kept = ledger.from(firstChangeable);
        List<Report> settled = new ArrayList<>();
        for (Report report : ledger.reports()) {
            if (report.date().isBefore(firstChangeable)) {
                settled.add(report);
            }
        }
        chart.put(moved.settling(settled, retention.firstKept(moved.horizon().settled())));
        if (kept != ledger) {
            chart.put(kept);
        }
        LocalDate last = over.plusDays(1);
        for (LocalDate day = retention.firstChangeable(before.horizon().settled());
                day.isBefore(firstChangeable) && !day.isAfter(last);
                day = day.plusDays(1)) {
            chart.drop(day);
        }
    }
}
