package plumbline.standalone.bench;

/**
 * One urgent alert whose first message was refused and whose second was taken.
 *
 * @param latency milliseconds from the finding to the first message at the webhook
 * @param lateness milliseconds from when the second was due to its command
 */
record Probe(double latency, double lateness) {}
