package plumbline.analytics.policy;

/**
 * Which symptoms call for help, and how soon.
 *
 * @param standsDays for how many days after the last such report the finding stands
 */
public record RedFlags(FlagLevel emergency, FlagLevel sameDay, int standsDays) {}
