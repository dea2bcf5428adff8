package plumbline.ingest.intake;

import java.util.Arrays;

/** The part of a body that is not yet whole. */
final class Piece {
    private static final int FIRST = 512;

    private byte[] bytes = new byte[0];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void add(byte[] more, int offset, int amount) {
        grow(amount);
        System.arraycopy(more, offset, bytes, length, amount);
        length += amount;
    }

    void add(byte more) {
        grow(1);
        bytes[length++] = more;
    }

    private void grow(int amount) {
        if (amount > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + amount, Math.max(FIRST, 2 * bytes.length)));
        }
    }

    /** Begins anew; what a long piece needed is let go. */
    void clear() {
        length = 0;
        if (bytes.length > 64 * FIRST) {
            bytes = new byte[0];
        }
    }

    /** Whether a part of an array is nothing but the white space of JSON. */
    static boolean isBlank(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n') {
                return false;
            }
        }
        return true;
    }
}
