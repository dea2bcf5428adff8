package plumbline.analytics.policy;

/**
 * When a pain that was over is back.
 *
 * @param painFrom the intensity of a day that counts
 * @param days on how many days running it must be felt
 * @param gapDays how many days without a report may lie between two of them
 */
public record RecurrentPain(int painFrom, int days, int gapDays) {}
