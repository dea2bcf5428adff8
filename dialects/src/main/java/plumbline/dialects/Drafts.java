package plumbline.dialects;

import java.util.List;
import java.util.function.Supplier;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.InvalidValue;
import plumbline.contract.check.Violation;
import plumbline.contract.event.Event;
import plumbline.contract.json.Reading;

/** Turns the construction of an event into a reading: what the constructor finds wrong becomes the item's violations. */
public final class Drafts {

    private Drafts() {}

    /**
     * The event, or what its constructor says against it.
     *
     * @param id the id that it claims, or empty
     */
    public static Reading finish(String id, Supplier<Event> construction) {
        try {
            return new Reading.Good(construction.get());
        } catch (InvalidValue invalid) {
            return new Reading.Bad(id, invalid.violations());
        }
    }

    /** An item with one thing wrong. */
    public static Reading bad(String id, ErrorCode code, String field, String detail) {
        return new Reading.Bad(id, List.of(new Violation(code, field, detail)));
    }
}
