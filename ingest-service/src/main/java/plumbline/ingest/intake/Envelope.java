package plumbline.ingest.intake;

import java.util.List;
import java.util.Optional;
import plumbline.contract.json.Reading;
import plumbline.contract.vocabulary.Code;

/** What a body turned out to be. */
public sealed interface Envelope {
    /** The most events of one request. */
    int MOST_EVENTS = 100_000;

    /**
     * A body of events, good or bad.
     *
     * @param readings in the order of the body; none only in a batch of CloudEvents or a Bundle, which may be empty
     */
    record Opened(Form form, List<Reading> readings) implements Envelope {
        public Opened {
            readings = List.copyOf(readings);
        }
    }

    /**
     * A body of which nothing is taken.
     *
     * @param detail what is wrong and how to mend it
     * @param pointer the part of the body that is wrong
     */
    record Unreadable(Fault fault, String detail, Optional<String> pointer) implements Envelope {
        static Unreadable of(Fault fault, String detail) {
            return new Unreadable(fault, detail, Optional.empty());
        }
    }

    /** Why nothing was taken. */
    enum Fault implements Code {
        MALFORMED_BODY,
        EMPTY_BODY,
        EMPTY_BATCH,
        NOT_EVENTS,
        TOO_MANY_EVENTS;

        private final String code = Code.of(this);

        @Override
        public String code() {
            return code;
        }
    }
}
