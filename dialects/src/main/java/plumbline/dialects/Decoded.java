package plumbline.dialects;

import java.util.List;
import plumbline.contract.json.Reading;

/** What a document in a foreign dialect turned out to be. */
public sealed interface Decoded {
    /** The most items of one document. */
    int MOST_ITEMS = 100_000;

    /**
     * A document that could be read.
     *
     * @param readings one for each item, in the order of the document, good or bad; there may be none
     */
    record Items(List<Reading> readings) implements Decoded {
        public Items {
            readings = List.copyOf(readings);
        }
    }

    /**
     * A document of which nothing is taken.
     *
     * @param detail what is wrong and how to mend it, to follow a name of the document: {@code is not JSON at line 1}
     */
    record Unreadable(Why why, String detail) implements Decoded {
        /** A document that is broken. */
        public Unreadable(String detail) {
            this(Why.BROKEN, detail);
        }
    }

    /** Why nothing is taken of a document. */
    enum Why {
        /** There is nothing in it. */
        EMPTY,
        /** It cannot be read as what it should be. */
        BROKEN,
        /** It is well-formed, but of another kind. */
        OTHER_KIND
    }

    /** A document with more than {@link #MOST_ITEMS} items, of which nothing is taken. */
    record TooMany() implements Decoded {}
}
