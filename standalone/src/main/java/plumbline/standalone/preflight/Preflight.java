package plumbline.standalone.preflight;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checks before a server starts. Each refuses with an {@link Obstacle} that names what is wrong and the remedy. */
public final class Preflight {
    private static final int JAVA = 17;
    private static final long MEGABYTE = 1024 * 1024;

    /** What the broker and the three services together were measured to need. */
    private static final long HEAP = 256 * MEGABYTE;

    private static final long DISK = 512 * MEGABYTE;

    private Preflight() {}

    /** Java is new enough and was given enough memory. */
    public static void machine() {
        int java = Runtime.version().feature();
        if (java < JAVA) {
            throw new Obstacle(
                    "Java " + java + " is too old.\nInstall Java " + JAVA + " or newer and set JAVA_HOME to it.");
        }
        long heap = Runtime.getRuntime().maxMemory();
        // A collector may withhold a survivor space from the maximum, so an eighth less is still what was asked for.
        if (heap < HEAP - HEAP / 8) {
            throw new Obstacle("The heap of " + heap / MEGABYTE + " MB is too small for a broker and three services.\n"
                    + "Set PLUMBLINE_JAVA_OPTS=-Xmx512m, or free some memory.");
        }
    }

    /** The directory exists or can be made, can be written, and its disk has room. */
    public static void directory(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "preflight", null));
        } catch (IOException e) {
            throw new Obstacle("The data directory " + directory + " cannot be written (" + reason(e)
                    + ").\nMake it writable for this user, or name another with --data-dir.");
        }
        room(directory);
    }

    private static void room(Path directory) {
        try {
            FileStore store = Files.getFileStore(directory);
            if (store.getUsableSpace() < DISK) {
                throw new Obstacle("The disk of " + directory + " has only " + store.getUsableSpace() / MEGABYTE
                        + " MB left; " + DISK / MEGABYTE
                        + " MB are needed.\nFree some, or name another directory with --data-dir.");
            }
        } catch (IOException unknowable) {
            // A file system that does not say how full it is may still take the data.
        }
    }

    /**
     * The port can be bound on the loopback address; 0, which means any, always can.
     *
     * @param user whose port it is, such as {@code the console}
     * @param remedy how to have another, such as {@code choose another with --notifier-port}
     */
    public static void port(int port, String user, String remedy) {
        if (!isFree(port)) {
            throw new Obstacle("Port " + port + " of " + user + " is taken by another process.\nStop that one, or "
                    + remedy + ".");
        }
    }

    /** Whether the port can be bound on the loopback address now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }
}
