package plumbline.standalone.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import plumbline.standalone.kafka.EmbeddedKafka;

/**
 * How long an urgent alert takes from its finding to a webhook, and how late timers are: with empty queues, and beside nudges whose
 * endpoint hangs and timers that are pending. The rounds alternate.
 */
public final class CaseworkBench {
    private static final double GOAL_RATIO = 1.5;
    private static final double GOAL_LATENESS_MILLIS = 1_500;
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;

    private CaseworkBench() {}

    /**
     * What the loaded rounds carry.
     *
     * @param nudges that wait for an endpoint that hangs
     * @param timers that are pending and not due
     */
    public record Load(int nudges, int timers) {
        static final Load NONE = new Load(0, 0);
    }

    /**
     * One figure, idle and loaded.
     *
     * @param ratio the median over the rounds of loaded to idle
     * @param goal what must not be exceeded: by the ratio, or by the loaded figure in milliseconds
     */
    public record Row(String what, double idle, double loaded, double ratio, String goal) {}

    /** One round's figures, in milliseconds. */
    private record Figures(double median, double tail, double lateness) {
        static Figures of(List<Probe> probes) {
            return new Figures(
                    quantile(probes.stream().map(Probe::latency).toList(), MEDIAN),
                    quantile(probes.stream().map(Probe::latency).toList(), TAIL),
                    quantile(probes.stream().map(Probe::lateness).toList(), TAIL));
        }
    }

    /**
     * Runs alternating rounds, each in a notifier of its own, on a broker under a directory.
     *
     * @param progress hears what is being done
     */
    public static List<Row> run(Path directory, Load load, int rounds, Consumer<String> progress) throws IOException {
        List<Figures> idle = new ArrayList<>();
        List<Figures> loaded = new ArrayList<>();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
            for (int round = 1; round <= rounds; round++) {
                progress.accept("round " + round + " of " + rounds + ": idle");
                idle.add(round(kafka.bootstrap(), directory, "idle-" + round, Load.NONE));
                progress.accept("round " + round + " of " + rounds + ": " + load.nudges() + " nudges, " + load.timers()
                        + " timers");
                loaded.add(round(kafka.bootstrap(), directory, "loaded-" + round, load));
            }
        }
        return List.of(
                row("urgent alert to webhook, median ms", idle, loaded, Figures::median, "-"),
                row("urgent alert to webhook, p99 ms", idle, loaded, Figures::tail, "ratio <= " + GOAL_RATIO),
                row("a timer's lateness, p99 ms", idle, loaded, Figures::lateness, "<= " + GOAL_LATENESS_MILLIS));
    }

    private static Figures round(String bootstrap, Path directory, String name, Load load) throws IOException {
        try (House house = House.open(bootstrap, directory, name, load.nudges() > 0)) {
            house.warmUp();
            house.fill(load);
            return Figures.of(house.probe());
        }
    }

    private static Row row(
            String what,
            List<Figures> idle,
            List<Figures> loaded,
            java.util.function.ToDoubleFunction<Figures> figure,
            String goal) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < idle.size(); i++) {
            ratios.add(figure.applyAsDouble(loaded.get(i)) / figure.applyAsDouble(idle.get(i)));
        }
        return new Row(
                what,
                quantile(idle.stream().map(figure::applyAsDouble).toList(), MEDIAN),
                quantile(loaded.stream().map(figure::applyAsDouble).toList(), MEDIAN),
                quantile(ratios, MEDIAN),
                goal);
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    /** The rows as a table. */
    public static String table(List<Row> rows) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%-36s %10s %10s %8s   %s%n", "casework", "idle", "loaded", "ratio", "goal"));
        for (Row row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-36s %10.1f %10.1f %8.2f   %s%n",
                    row.what(),
                    row.idle(),
                    row.loaded(),
                    row.ratio(),
                    row.goal()));
        }
        return table.toString();
    }
}
