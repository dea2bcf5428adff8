package plumbline.notifier.casefile;

import java.time.Instant;
import plumbline.notifier.text.Script;

/**
 * A message that went to the patient in a good moment.
 *
 * @param text a digest of what it said
 */
public record Nudged(String delivery, Instant at, Script script, String text) {}
