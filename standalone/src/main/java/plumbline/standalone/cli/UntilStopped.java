package plumbline.standalone.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import plumbline.chassis.config.Closing;

/** Keeps servers running until the process is told to stop (SIGTERM, Ctrl-C), then closes them and leaves in time. */
final class UntilStopped {
    /** A second less than the 15 s in which we promise to be gone. */
    private static final Duration GRACE = Duration.ofSeconds(14);

    private UntilStopped() {}

    /** Opens servers, and hands over each that is to be closed. */
    interface Opening {
        void open(Closing closing) throws Exception;
    }

    /**
     * Opens, and waits; returns only by an exception of the opening. Once told to stop, the process ends with 0 where all closed in
     * time, else 1.
     */
    static int run(Opening opening) throws Exception {
        Closing closing = new Closing();
        Thread leaving = new Thread(() -> leave(closing), "stop");
        Runtime.getRuntime().addShutdownHook(leaving);
        try {
            opening.open(closing);
        } catch (Exception | Error failure) {
            if (!isStopping(leaving)) {
                closing.close();
                throw failure;
            }
        }
        new CountDownLatch(1).await();
        return 0;
    }

    /** Whether what failed did so because it was being stopped; else there is nothing more to stop. */
    private static boolean isStopping(Thread leaving) {
        try {
            return !Runtime.getRuntime().removeShutdownHook(leaving);
        } catch (IllegalStateException underWay) {
            return true;
        }
    }

    private static void leave(Closing closing) {
        Thread closer = new Thread(closing::close, "close");
        closer.setDaemon(true);
        closer.start();
        try {
            closer.join(GRACE.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(closer.isAlive() ? 1 : 0);
    }
}
