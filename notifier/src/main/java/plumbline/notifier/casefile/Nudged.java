package plumbline.notifier.casefile;

import java.time.Instant;
import java.util.Optional;
import plumbline.contract.alert.NudgeAnswer;
import plumbline.notifier.text.Script;

/**
 * A message that went to the patient in a good moment.
 *
 * @param text a digest of what it said
 * @param episode what it was about
 * @param answer what the patient said to it
 */
public record Nudged(
        String delivery,
        Instant at,
        Script script,
        String text,
        Optional<String> episode,
        Optional<NudgeAnswer.Response> answer) {

    /** The patient answered. */
    public Nudged answered(NudgeAnswer.Response response) {
        return new Nudged(delivery, at, script, text, episode, Optional.of(response));
    }
}
