package plumbline.standalone.foreign;

import java.util.List;
import plumbline.standalone.replay.Line;
import plumbline.standalone.replay.Rejection;

/** Whom the events of an import are handed to. */
@FunctionalInterface
public interface Recipient {

    /**
     * Takes native events.
     *
     * @return those that were not taken
     */
    List<Rejection> take(List<Line> events) throws InterruptedException;
}
