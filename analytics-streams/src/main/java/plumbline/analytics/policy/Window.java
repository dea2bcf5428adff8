package plumbline.analytics.policy;

/**
 * Days that are looked at together.
 *
 * @param days how many calendar days
 * @param least how many of them must be reported
 */
public record Window(int days, int least) {}
