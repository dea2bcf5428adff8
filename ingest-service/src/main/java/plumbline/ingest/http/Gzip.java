package plumbline.ingest.http;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks a gzip body; stops at the first byte beyond a bound, so that a bomb costs no more than an honest body. */
final class Gzip {
    private static final int CHUNK = 16 * 1024;

    private Gzip() {}

    /**
     * Unpacks all of the packed body into the other.
     *
     * @return why it stopped before the end
     * @throws IOException if the bytes are not gzip or end too early
     */
    static Optional<Body.Excess> unpack(Body packed, Body unpacked) throws IOException {
        try (InputStream in =
                new GZIPInputStream(new ByteArrayInputStream(packed.bytes(), 0, packed.length()), CHUNK)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                Optional<Body.Excess> excess = unpacked.add(ByteBuffer.wrap(chunk, 0, read));
                if (excess.isPresent()) {
                    return excess;
                }
            }
            return Optional.empty();
        }
    }

    /** What is wrong with a body that could not be unpacked. */
    static String describe(IOException failure) {
        if (failure instanceof EOFException) {
            return "The gzip body ends too early; was it cut short?";
        }
        return failure instanceof ZipException
                ? "The body is not valid gzip; send it plain, or compress it again"
                : "The gzip body cannot be read; send it plain, or compress it again";
    }
}
