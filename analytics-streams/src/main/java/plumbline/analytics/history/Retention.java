package plumbline.analytics.history;

import java.time.LocalDate;

/**
 * For how long a patient's days are kept, counted back from the newest.
 *
 * @param changeable days that may still change; earlier ones are frozen into digests
 * @param kept days of which a digest is kept
 * @param remembered days for which a finding that ended is remembered
 */
public record Retention(int changeable, int kept, int remembered) {
    /** A running service: 30 days may change, and the rules look back at most 90 days from each of them. */
    public static final Retention LIVE = new Retention(30, 120, 60);

    /** A file, read in any order: every day may change. */
    public static final Retention UNBOUNDED = new Retention(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** A file, as far as its lines are in order: like a running service, but every finding is remembered. */
    public static final Retention ONWARDS = new Retention(LIVE.changeable, LIVE.kept, Integer.MAX_VALUE);

    public Retention {
        if (changeable < 1 || kept < changeable) {
            throw new IllegalArgumentException("kept days must be at least the changeable ones, and those at least 1");
        }
    }

    /** The earliest date that may still change. */
    public LocalDate firstChangeable(LocalDate newest) {
        return back(newest, changeable);
    }

    /** The earliest date of which a digest is kept. */
    public LocalDate firstKept(LocalDate newest) {
        return back(newest, kept);
    }

    /** The earliest date of an ending that is remembered. */
    public LocalDate firstRemembered(LocalDate newest) {
        return back(newest, remembered);
    }

    private static LocalDate back(LocalDate newest, int days) {
        return days == Integer.MAX_VALUE ? LocalDate.MIN : newest.minusDays(days);
    }
}
