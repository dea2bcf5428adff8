package plumbline.benchmarks.detect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.analytics.backtest.Backtest;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.contract.event.Event;
import plumbline.contract.json.EventReader;
import plumbline.contract.json.EventWriter;

/** A file of events through the rules, in alternating rounds with plain decoding of the same lines. One thread. */
final class BacktestRounds {
    private static final int PATIENTS = 10;
    private static final int DAYS = 90;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;

    private final List<String> lines = new ArrayList<>();

    BacktestRounds() {
        List<Event> events = new ArrayList<>();
        for (int patient = 0; patient < PATIENTS; patient++) {
            events.addAll(new ReferencePatient("p-" + patient, patient).days(0, DAYS));
        }
        events.sort(Comparator.comparing(event -> event.end().toInstant()));
        events.forEach(event -> lines.add(new String(EventWriter.write(event), StandardCharsets.UTF_8)));
    }

    /** Medians of lines a second. */
    record Rates(double backtest, double decode) {}

    Rates run() {
        double[] backtest = new double[ROUNDS];
        double[] decode = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double decoded = rate(BacktestRounds::decode);
            double tested = rate(BacktestRounds::test);
            if (round >= 0) {
                decode[round] = decoded;
                backtest[round] = tested;
            }
        }
        Arrays.sort(backtest);
        Arrays.sort(decode);
        return new Rates(backtest[ROUNDS / 2], decode[ROUNDS / 2]);
    }

    private double rate(Consumer<List<String>> work) {
        long start = System.nanoTime();
        work.accept(lines);
        return lines.size() * 1e9 / (System.nanoTime() - start);
    }

    private static void decode(List<String> lines) {
        int hash = 0;
        for (String line : lines) {
            hash += EventReader.read(line.getBytes(StandardCharsets.UTF_8)).hashCode();
        }
        if (hash == 42) {
            throw new IllegalStateException("a hash that keeps the work from being thrown away");
        }
    }

    private static void test(List<String> lines) {
        Backtest backtest = new Backtest(PolicyFile.standard(), finding -> {}, (reason, line) -> {
            throw new IllegalStateException(reason);
        });
        backtest.run(lines.stream(), Optional.empty());
    }
}
