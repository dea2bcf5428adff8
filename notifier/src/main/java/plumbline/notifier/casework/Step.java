package plumbline.notifier.casework;

import java.util.List;
import plumbline.notifier.casefile.Case;

/**
 * What one input changed.
 *
 * @param after the case from now on
 * @param effects in the order in which they happen
 */
public record Step(Case after, List<Effect> effects, Verdict verdict) {
    public Step {
        effects = List.copyOf(effects);
    }
}
