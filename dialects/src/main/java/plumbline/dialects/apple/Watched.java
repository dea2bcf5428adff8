package plumbline.dialects.apple;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A stream that remembers how it began and how it failed, which the reader of XML hides. */
final class Watched extends FilterInputStream {
    private final byte[] head = new byte[512];
    private int length;
    private @Nullable IOException failure;

    Watched(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        try {
            int read = super.read(buffer, offset, count);
            int kept = Math.min(Math.max(read, 0), head.length - length);
            System.arraycopy(buffer, offset, head, length, kept);
            length += kept;
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    boolean looksLikeHtml() {
        String text = new String(head, 0, length, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return text.contains("<!doctype html") || text.contains("<html");
    }

    /** Throws what the stream itself failed with, if it did. */
    void rethrow() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}
