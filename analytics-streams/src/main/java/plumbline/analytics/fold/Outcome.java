package plumbline.analytics.fold;

import java.util.List;
import plumbline.contract.finding.Finding;

/** What came of one event. */
public sealed interface Outcome {

    /** The timeline has it, now or before. */
    record Merged(List<Finding> findings) implements Outcome {
        static final Merged SILENTLY = new Merged(List.of());

        public Merged {
            findings = List.copyOf(findings);
        }
    }

    /** Nothing was changed. */
    record Quarantined(Refusal reason) implements Outcome {}
}
