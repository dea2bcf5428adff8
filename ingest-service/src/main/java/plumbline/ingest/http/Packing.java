package plumbline.ingest.http;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import plumbline.chassis.http.Problem;

/** How a body is packed. Unpacking stops at the first byte beyond a bound, so that a bomb costs no more than an honest body. */
enum Packing {
    NONE {
        @Override
        InputStream open(InputStream packed) {
            return packed;
        }
    },
    GZIP {
        @Override
        InputStream open(InputStream packed) throws IOException {
            return new GZIPInputStream(packed, CHUNK);
        }
    },
    ZSTD {
        @Override
        InputStream open(InputStream packed) throws IOException {
            return new ZstdInputStreamNoFinalizer(packed).setLongMax(WINDOW_LOG);
        }
    };

    private static final int CHUNK = 16 * 1024;

    /** At most 8 MiB of memory outside the heap; RFC 9659 lets no sender of {@code zstd} ask for more. */
    private static final int WINDOW_LOG = 23;

    /** The plain bytes of packed ones. */
    abstract InputStream open(InputStream packed) throws IOException;

    /**
     * Unpacks all of the packed body into the other.
     *
     * @return why it stopped before the end
     * @throws IOException if the bytes are not packed in this way or end too early
     */
    Optional<Problem> unpack(InputStream packed, Body unpacked) throws IOException {
        try (InputStream in = open(packed)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                Optional<Problem> excess = unpacked.add(ByteBuffer.wrap(chunk, 0, read));
                if (excess.isPresent()) {
                    return excess;
                }
            }
            return Optional.empty();
        }
    }

    /** The name in {@code Content-Encoding}. */
    String coding() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is wrong with a body that could not be unpacked. */
    String describe(IOException failure) {
        boolean isShort = failure instanceof EOFException
                || String.valueOf(failure.getMessage()).startsWith("Truncated");
        return "The body " + (isShort ? "ends too early as " : "is not valid ") + coding()
                + (isShort ? "; was it cut short?" : "; send it plain, or compress it again");
    }
}
