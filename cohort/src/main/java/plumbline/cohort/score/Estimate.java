package plumbline.cohort.score;

/**
 * A figure and its 95 % interval.
 *
 * @param value of the cohort itself
 * @param low the 2.5th percentile over the resampled cohorts
 * @param high the 97.5th
 */
public record Estimate(double value, double low, double high) {}
