package plumbline.standalone.terminal;

import java.io.PrintStream;

/** One line that shows how far a command has come, redrawn in place; silent where nobody watches. Any thread may show. */
public final class ProgressBar {
    private static final int WIDTH = 30;
    private static final long BETWEEN_NANOS = 100_000_000;

    /** Set by the launcher, which can tell whether standard error is a terminal. */
    private static final String WATCHED = "plumbline.terminal";

    private final PrintStream terminal;
    private final boolean watched;
    private final long total;
    private final String unit;
    private long drawn;

    /**
     * @param watched whether a person watches, that is, whether there is a terminal
     * @param total of what is to be done; 0 when unknown
     * @param unit what the number beside the bar counts, such as {@code events}
     */
    public ProgressBar(PrintStream terminal, boolean watched, long total, String unit) {
        this.terminal = terminal;
        this.watched = watched;
        this.total = total;
        this.unit = unit;
    }

    /** Whether a person watches standard error. */
    public static boolean isWatched() {
        return Boolean.getBoolean(WATCHED);
    }

    /**
     * @param done of the total
     * @param count the number beside the bar
     * @param nanos of {@link System#nanoTime}
     */
    public synchronized void show(long done, long count, long nanos) {
        if (!watched || nanos - drawn < BETWEEN_NANOS) {
            return;
        }
        drawn = nanos;
        if (total > 0) {
            int filled = (int) Math.min(WIDTH, WIDTH * done / total);
            terminal.printf("\r[%s%s] %d %s", "#".repeat(filled), ".".repeat(WIDTH - filled), count, unit);
        } else {
            terminal.printf("\r%d %s", count, unit);
        }
        terminal.flush();
    }

    /** Takes the line away. */
    public synchronized void clear() {
        if (watched && drawn > 0) {
            terminal.print("\r" + " ".repeat(WIDTH + 60) + "\r");
            terminal.flush();
        }
    }
}
