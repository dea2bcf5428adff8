package plumbline.ingest.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.chassis.http.Problem;
import plumbline.ingest.intake.Dialect;
import plumbline.ingest.intake.Envelope;
import plumbline.ingest.intake.Unfolding;

/**
 * The bytes of one request as they arrive: at most so many as one request may have, and as all together may hold. A short body is
 * kept and read at its end; of a long one that can be read while it arrives, only the events are kept.
 */
final class Body {
    /** Up to this length, and where the dialect wants it whole, a body is kept. */
    static final int SHORT = 64 * 1024;

    private static final int FIRST = 4 * 1024;

    private final Dialect dialect;
    private final Bounds bounds;
    private final InFlight.Share share;
    private byte[] bytes = new byte[0];
    private int length;
    private int total;
    private @Nullable Unfolding unfolding;

    Body(Dialect dialect, Bounds bounds, InFlight.Share share) {
        this.dialect = dialect;
        this.bounds = bounds;
        this.share = share;
    }

    /** The bytes that came so far. */
    int total() {
        return total;
    }

    /** What is kept. */
    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** What is kept, as a stream. */
    InputStream stream() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    /** Takes the bytes of the buffer, or says why nothing of the body will be taken. */
    Optional<Problem> add(ByteBuffer more) {
        int amount = more.remaining();
        if (amount > bounds.bodyBytes() - total) {
            return Optional.of(Reply.tooLarge(bounds));
        }
        total += amount;
        if (!share.addBytes(amount)) {
            return Optional.of(Reply.overloaded());
        }
        if (unfolding != null) {
            byte[] piece = new byte[amount];
            more.get(piece);
            return unfold(unfolding, piece, amount);
        }
        keep(more, amount);
        if (length > SHORT) {
            unfolding = dialect.unfold().orElse(null);
        }
        if (unfolding == null) {
            return Optional.empty();
        }
        byte[] begun = bytes;
        bytes = new byte[0];
        return unfold(unfolding, begun, length);
    }

    private void keep(ByteBuffer more, int amount) {
        if (amount > bytes.length - length) {
            int grown = Math.max(length + amount, Math.max(FIRST, 2 * bytes.length));
            bytes = Arrays.copyOf(bytes, Math.min(bounds.bodyBytes(), grown));
        }
        more.get(bytes, length, amount);
        length += amount;
    }

    private Optional<Problem> unfold(Unfolding body, byte[] piece, int amount) {
        int kept = body.kept();
        Optional<Envelope.Unreadable> fault = body.take(piece, 0, amount);
        if (fault.isPresent()) {
            return fault.map(Reply::unreadable);
        }
        share.letGo(kept + amount - body.kept());
        return share.holdEvents(body.events()) ? Optional.empty() : Optional.of(Reply.overloaded());
    }

    /** What the body turned out to be, now that all of it has come. */
    Envelope envelope() {
        return unfolding == null ? dialect.open(bytes, length) : unfolding.end();
    }
}
