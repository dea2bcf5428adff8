package plumbline.ingest.intake;

import java.util.Optional;
import plumbline.ingest.intake.Envelope.Unreadable;

/** A body that is read while it arrives, so that no more of it is kept than its events and the piece that is not yet one. */
public interface Unfolding {

    /**
     * Takes the next bytes.
     *
     * @return why no more need come, because nothing of the body will be taken
     */
    Optional<Unreadable> take(byte[] bytes, int offset, int length);

    /** Bytes that are kept, because they are no whole event yet. */
    int kept();

    /** Events that were read so far, good or bad. */
    int events();

    /** What the body turned out to be; to be asked once, when all has come. */
    Envelope end();
}
