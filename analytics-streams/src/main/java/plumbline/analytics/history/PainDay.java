package plumbline.analytics.history;

import java.time.LocalDate;
import plumbline.analytics.timeline.Region;
import plumbline.analytics.timeline.Report;

/**
 * The pain of one region on one local date.
 *
 * @param worst the highest score, 0-10; {@link Report#UNSCORED} when no report of the day gave one
 * @param sum of the scores
 * @param scores how many reports gave one
 */
public record PainDay(LocalDate date, Region region, int worst, int sum, int scores) {

    static PainDay of(Report report) {
        return report.isScored()
                ? new PainDay(report.date(), report.region(), report.intensity(), report.intensity(), 1)
                : new PainDay(report.date(), report.region(), Report.UNSCORED, 0, 0);
    }

    /** Both parts of the same day. */
    PainDay plus(PainDay other) {
        return new PainDay(date, region, Math.max(worst, other.worst), sum + other.sum, scores + other.scores);
    }

    /** The mean score to one decimal; 0 when there is none. */
    public double mean() {
        return scores == 0 ? 0 : Math.round(10.0 * sum / scores) / 10.0;
    }
}
