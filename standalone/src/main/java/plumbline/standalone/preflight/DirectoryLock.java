package plumbline.standalone.preflight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One process's claim on a data directory; the operating system ends it with the process. */
public final class DirectoryLock implements AutoCloseable {
    private static final String FILE = "plumbline.lock";

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Creates the directory where it is missing, and claims it.
     *
     * @throws Obstacle if it cannot be written, or another process holds it
     */
    public static DirectoryLock take(Path directory) {
        FileChannel channel;
        try {
            Files.createDirectories(directory);
            channel = FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new Obstacle("The data directory " + directory + " cannot be written ("
                    + e.getClass().getSimpleName()
                    + ").\nMake it writable for this user, or name another with --data-dir.");
        }
        if (lock(channel) == null) {
            closeQuietly(channel);
            throw new Obstacle("The data directory " + directory + " is in use by another plumbline.\n"
                    + "Stop that one first, or name another directory with --data-dir.");
        }
        return new DirectoryLock(channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        } catch (IOException e) {
            closeQuietly(channel);
            throw new UncheckedIOException(e);
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
