package plumbline.standalone.replay;

import java.io.PrintStream;

/** One line that shows how far a replay has come, redrawn in place; silent where nobody watches. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final long BETWEEN_NANOS = 100_000_000;

    private final PrintStream terminal;
    private final boolean watched;
    private final long total;
    private long drawn;

    /**
     * @param watched whether a person watches, that is, whether there is a terminal
     * @param total bytes; 0 when unknown
     */
    ProgressBar(PrintStream terminal, boolean watched, long total) {
        this.terminal = terminal;
        this.watched = watched;
        this.total = total;
    }

    void show(long bytes, long events, long nanos) {
        if (!watched || nanos - drawn < BETWEEN_NANOS) {
            return;
        }
        drawn = nanos;
        if (total > 0) {
            int filled = (int) Math.min(WIDTH, WIDTH * bytes / total);
            terminal.printf("\r[%s%s] %d events", "#".repeat(filled), ".".repeat(WIDTH - filled), events);
        } else {
            terminal.printf("\r%d events", events);
        }
        terminal.flush();
    }

    void clear() {
        if (watched && drawn > 0) {
            terminal.print("\r" + " ".repeat(WIDTH + 40) + "\r");
            terminal.flush();
        }
    }
}
