package plumbline.cohort.observe;

/**
 * What happens to events on their way.
 *
 * @param withinHour share received within an hour
 * @param withinDay share received after that and within a day; the rest within a week
 * @param duplicated share received a second time
 * @param corrected share that was wrong at first and is replaced by version 1
 * @param mistaken chance a day of an entry that never should have been, and is retracted
 */
public record TransportRates(
        double withinHour, double withinDay, double duplicated, double corrected, double mistaken) {

    /** Sync of detection.md; the rest is our choice [D]. */
    public static TransportRates usual() {
        return new TransportRates(0.80, 0.15, 0.01, 0.01, 0.002);
    }

    /** All within an hour, once and for all. */
    public static TransportRates perfect() {
        return new TransportRates(1, 0, 0, 0, 0);
    }
}
