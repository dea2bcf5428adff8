package plumbline.analytics.policy;

/**
 * When a pain has risen: the median of the last week against that of the last weeks.
 *
 * @param week the days that are compared
 * @param month the days they are compared with
 * @param points how much higher the week must be
 * @param keepsPoints how much higher it must stay
 * @param lapseDays after how many days without a report it lapses
 */
public record WorseningPain(Window week, Window month, double points, double keepsPoints, int lapseDays) {}
