package plumbline.ingest.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The bytes of one request as they arrive: at most so many as one request may have, and as all together may hold. */
final class Body {
    private static final int FIRST = 4 * 1024;

    /** Why no more bytes are taken. */
    enum Excess {
        TOO_LARGE,
        OVERLOADED
    }

    private final int most;
    private final InFlight.Share share;
    private byte[] bytes = new byte[0];
    private int length;

    Body(int most, InFlight.Share share) {
        this.most = most;
        this.share = share;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Takes the bytes of the buffer, or says why not. */
    Optional<Excess> add(ByteBuffer more) {
        int amount = more.remaining();
        if (amount > most - length) {
            return Optional.of(Excess.TOO_LARGE);
        }
        if (!share.addBytes(amount)) {
            return Optional.of(Excess.OVERLOADED);
        }
        if (amount > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.min(most, Math.max(length + amount, Math.max(FIRST, 2 * bytes.length))));
        }
        more.get(bytes, length, amount);
        length += amount;
        return Optional.empty();
    }
}
