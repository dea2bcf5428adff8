package plumbline.analytics.fold;

import java.time.LocalDate;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Ledger;
import plumbline.analytics.timeline.Report;

/**
 * How much is kept of one patient, far beyond what a person and a device tell: what is kept is read and written with each event, and
 * the other patients of the partition wait for it. A correction of what is kept always finds room.
 *
 * @param reports that can still change
 * @param reportsOfADate of those, on one date
 * @param boutsOfADate with a load or an effort
 */
record Room(int reports, int reportsOfADate, int boutsOfADate) {
    static final Room ENDLESS = new Room(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** Years of reports may come at once, two hundred a date, and a walk every one and a half minutes. */
    static final Room OF_A_SERVICE = new Room(10_000, 200, 1_000);

    boolean isFor(Ledger before, Ledger after, LocalDate date) {
        int kept = after.reports().size();
        return kept == before.reports().size() || (kept <= reports && on(date, after) <= reportsOfADate);
    }

    boolean isFor(DayRecord before, DayRecord after) {
        int kept = after.entries();
        return kept == before.entries() || kept <= boutsOfADate;
    }

    private static int on(LocalDate date, Ledger ledger) {
        int reports = 0;
        for (Report report : ledger.reports()) {
            reports += report.date().equals(date) ? 1 : 0;
        }
        return reports;
    }
}
