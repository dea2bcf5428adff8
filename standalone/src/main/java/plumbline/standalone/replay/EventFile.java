package plumbline.standalone.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import plumbline.standalone.preflight.Obstacle;

/** The lines of one file, or of standard input, unpacked when they are gzip. Blank lines are passed over, but counted. */
public final class EventFile implements AutoCloseable {
    static final String STANDARD_INPUT = "-";

    /** Bytes of a line beyond which it cannot be an event; what follows of it is not kept. */
    static final int LONGEST_LINE = 1 << 20;

    private static final int GZIP_MAGIC = 0x1f8b;

    private final String name;
    private final CountingStream raw;
    private final InputStream lines;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;

    private EventFile(String name, CountingStream raw, InputStream lines) {
        this.name = name;
        this.raw = raw;
        this.lines = lines;
    }

    /**
     * @throws Obstacle if it cannot be read
     */
    public static EventFile open(String name) {
        try {
            boolean standard = name.equals(STANDARD_INPUT);
            CountingStream raw = new CountingStream(standard ? System.in : new FileInputStream(name));
            return new EventFile(standard ? "stdin" : name, raw, unpacked(new BufferedInputStream(raw, 1 << 16)));
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /**
     * Bytes that will be read in all, before unpacking; 0 where that is not known.
     *
     * @throws Obstacle if it cannot be read
     */
    public static long size(String name) {
        if (name.equals(STANDARD_INPUT)) {
            return 0;
        }
        Path path = Path.of(name);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw unreadable(name, new IOException());
        }
        return path.toFile().length();
    }

    /** Bytes read so far, before unpacking. */
    long position() {
        return raw.count();
    }

    /** The next line that is not blank; of one that is too long, one byte more than that. */
    public Optional<Line> next() {
        try {
            while (at < end || fill()) {
                byte[] line = line();
                number++;
                if (!isBlank(line)) {
                    return Optional.of(new Line(name + ":" + number, line));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** The bytes up to the next line break or the end. */
    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(320);
        boolean whole = false;
        while (!whole && (at < end || fill())) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line.write(buffer, from, Math.min(at - from, LONGEST_LINE + 1 - line.size()));
            whole = at < end;
            at += whole ? 1 : 0;
        }
        return line.toByteArray();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = 0; // Also when the reading fails: nothing is told twice.
        end = Math.max(0, lines.read(buffer, 0, buffer.length));
        return end > 0;
    }

    private static boolean isBlank(byte[] line) {
        return line.length == 0 || (line[0] != '{' && new String(line, StandardCharsets.UTF_8).isBlank());
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static Obstacle unreadable(String name, IOException e) {
        String reason = "it is missing or may not be read";
        if (e instanceof ZipException || e instanceof EOFException) {
            reason = e instanceof EOFException ? "its gzip was cut short" : "its gzip is damaged";
        }
        return new Obstacle("The file " + name + " cannot be read: " + reason
                + ".\nName a file of native events, one a line (.gz too), or - for standard input.");
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }
}
