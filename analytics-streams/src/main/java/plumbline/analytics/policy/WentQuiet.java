package plumbline.analytics.policy;

import java.time.Duration;

/**
 * When silence is a reason to ask.
 *
 * @param severeFrom the intensity after which silence matters
 * @param severeDays for how many days after such a report it does
 * @param habit on how many of the days before the silence something was reported
 * @param silence for how long nothing of any kind is heard
 * @param lapseDays after how many days the finding lapses
 */
public record WentQuiet(int severeFrom, int severeDays, Window habit, Duration silence, int lapseDays) {}
