package plumbline.benchmarks.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of detection, and puts each figure beside its limit. */
public final class DetectBench {
    private static final double GOAL_MICROSECONDS = 5;
    private static final double GOAL_BYTES_ALLOCATED = 4096;
    private static final double GOAL_BYTES_WRITTEN = 1024;
    private static final double GOAL_PATIENT_BYTES = 8192;
    private static final double GOAL_BACKTEST = 100_000;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private DetectBench() {}

    /**
     * One figure.
     *
     * @param limit what it stands beside: a goal, or the raw cost of the same bytes; absent where there is none
     */
    public record Row(String what, double figure, String unit, Optional<Limit> limit) {}

    /** What a figure stands beside. */
    public record Limit(String what, double figure) {}

    /**
     * Runs them, each in a JVM of its own.
     *
     * @param seconds to measure each of them for
     * @throws RunnerException when a benchmark cannot be run
     */
    public static List<Row> run(int seconds) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(DetectBenchmark.class.getName() + ".*")
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(seconds))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        return rows(new Runner(options).run());
    }

    private static List<Row> rows(Collection<RunResult> results) {
        RunResult event = of(results, "event");
        double microseconds = event.getPrimaryResult().getScore();
        double decode = of(results, "decodeJson").getPrimaryResult().getScore();
        List<Row> rows = new ArrayList<>();
        rows.add(row("merge and assess one event", microseconds, "us", "goal", GOAL_MICROSECONDS));
        rows.add(row("the same beside decoding it", microseconds, "us", "decode", decode));
        rows.add(row("allocated for one event", allocated(event), "B", "goal", GOAL_BYTES_ALLOCATED));
        for (String name :
                List.of("decodeJson", "encodeJson", "decodeDay", "encodeDay", "decodeHistory", "decodeLedger")) {
            rows.add(new Row(name, of(results, name).getPrimaryResult().getScore(), "us", Optional.empty()));
        }
        Stored stored = new Stored();
        rows.add(row("a whole day's record", stored.dayBytes(), "B", "goal", GOAL_BYTES_WRITTEN));
        rows.add(row("state of a patient", (double) stored.patientBytes(), "B", "goal", GOAL_PATIENT_BYTES));
        BacktestRounds.Rates rates = new BacktestRounds().run();
        rows.add(row("backtest of lines, one core", rates.backtest(), "/s", "goal", GOAL_BACKTEST));
        rows.add(row("the same beside decoding them", rates.backtest(), "/s", "decode", rates.decode()));
        return List.copyOf(rows);
    }

    private static RunResult of(Collection<RunResult> results, String name) {
        return results.stream()
                .filter(result -> result.getPrimaryResult().getLabel().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no result of " + name));
    }

    private static double allocated(RunResult result) {
        return Optional.ofNullable(result.getSecondaryResults().get(ALLOCATED))
                .orElseThrow(() -> new IllegalStateException("the profiler gave no " + ALLOCATED))
                .getScore();
    }

    private static Row row(String what, double figure, String unit, String limit, double beside) {
        return new Row(what, figure, unit, Optional.of(new Limit(limit, beside)));
    }

    /** The rows as a table. */
    public static String table(List<Row> rows) {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%-32s %12s %-4s %22s %8s%n", "detect", "figure", "", "beside", "ratio"));
        for (Row row : rows) {
            String beside = row.limit()
                    .map(limit -> String.format(Locale.ROOT, "%s %.2f", limit.what(), limit.figure()))
                    .orElse("");
            String ratio = row.limit()
                    .map(limit -> String.format(Locale.ROOT, "%.2f", row.figure() / limit.figure()))
                    .orElse("");
            table.append(String.format(
                    Locale.ROOT, "%-32s %12.2f %-4s %22s %8s%n", row.what(), row.figure(), row.unit(), beside, ratio));
        }
        return table.toString();
    }
}
