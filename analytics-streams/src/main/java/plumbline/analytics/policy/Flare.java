package plumbline.analytics.policy;

/**
 * When a report tells of a flare although the patient does not say so.
 *
 * @param usual the days before, whose median is the usual level
 * @param points how much higher the report must be, with any limit
 * @param standsDays for how many days after the last such report the finding stands
 */
public record Flare(Window usual, double points, int standsDays) {}
