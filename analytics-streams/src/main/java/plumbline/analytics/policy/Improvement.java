package plumbline.analytics.policy;

/**
 * When a persistent pain is clearly less than it was: by so many points, or by such a share of what it began with.
 *
 * @param windowDays the days whose median is compared
 * @param leastDays how many of them must be reported
 * @param baselineDays the first days of the episode, whose median it is compared with
 * @param opens how much less it must be
 * @param keeps how much less it must stay
 * @param lapseDays after how many days without a report it lapses
 */
public record Improvement(int windowDays, int leastDays, int baselineDays, Less opens, Less keeps, int lapseDays) {

    /**
     * Either is enough.
     *
     * @param points of the numeric rating scale
     * @param share of the baseline
     */
    public record Less(double points, double share) {
        /** Whether a level is so much less than a baseline. */
        public boolean holds(double level, double baseline) {
            return baseline > 0 && (level <= baseline - points || level <= baseline * (1 - share) + 1e-9);
        }
    }
}
