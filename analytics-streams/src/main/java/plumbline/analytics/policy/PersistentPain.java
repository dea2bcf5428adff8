package plumbline.analytics.policy;

/**
 * When pain lasts more than a few days, and when it is over.
 *
 * @param open when the finding opens
 * @param close when it ends
 */
public record PersistentPain(Open open, Close close) {

    /**
     * Pain on enough of the last days.
     *
     * @param painFrom the intensity of a painful day
     * @param painDays how many of the window's days must be painful
     * @param windowDays how many days the window has
     * @param spanDays over how many calendar days they must spread
     */
    public record Open(int painFrom, int painDays, int windowDays, int spanDays) {}

    /**
     * Enough days without any.
     *
     * @param feltFrom the intensity that keeps the finding open
     * @param freeDays for how many days none of it may be felt
     * @param reportedShare the share of those days that must be reported; with fewer it ends as uncertain
     */
    public record Close(int feltFrom, int freeDays, double reportedShare) {}
}
