package plumbline.contract.json;

import java.util.List;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.event.Event;

/** What came of reading one event. */
public sealed interface Reading {

    /** A complete and valid event. */
    record Good(Event event) implements Reading {}

    /**
     * Not an event.
     *
     * @param id the id that it claims, or empty where it claims none
     * @param violations all that is wrong; at least one
     */
    record Bad(String id, List<Violation> violations) implements Reading {
        public Bad {
            violations = List.copyOf(violations);
        }

        static Bad of(ErrorCode code, String detail) {
            return new Bad("", List.of(new Violation(code, "", detail)));
        }
    }
}
