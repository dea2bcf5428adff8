package plumbline.cohort.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plumbline.cohort.score.Estimate;
import plumbline.cohort.score.Metric;
import plumbline.cohort.score.Scores;
import plumbline.cohort.truth.Truth;

/** Scores as text: a table of every row, then each target with what was measured and whether it was reached. */
public final class ScoreTable {
    private static final String ROW = "%-26s %6s %8s  %-17s  %-17s  %-17s  %-17s  %-16s  %-16s  %-17s%n";
    private static final String TARGET = "%-26s %-24s %8s  %-18s %s%n";

    private ScoreTable() {}

    /**
     * The table, ending in a line break.
     *
     * @param seeds those of the cohorts that were pooled, in words
     */
    public static String of(Scores scores, String seeds) {
        StringBuilder text = new StringBuilder();
        Truth.Run run = scores.run();
        String missing = run.missing() < 0 ? "as natural" : String.format(Locale.ROOT, "%.0f %%", run.missing() * 100);
        line(
                text,
                "%d patients, %s to %s, %s, cohort %s, missing %s%n",
                run.patients(),
                run.first(),
                run.last(),
                seeds,
                run.variant(),
                missing);
        line(text, "95 %% intervals by bootstrap over patients%n%n");
        line(
                text,
                ROW,
                "finding",
                "truths",
                "findings",
                "sensitivity",
                "PPV",
                "F1",
                "false/pt-month",
                "delay, days",
                "delay, P90",
                "side right");
        scores.rows().forEach(row -> row(text, row));
        Scores.Nudges nudges = scores.nudges();
        line(
                text,
                "%nload and posture: %.2f findings a patient-day, over three on %d patient-days, %d on unworn days%n",
                nudges.perPatientDay(),
                nudges.daysOverThree(),
                nudges.onUnwornDays());
        scores.unscored()
                .forEach((kind, rate) ->
                        line(text, "%s: %.3f a patient-month, not measured by truth%n", kind.code(), rate));
        line(text, "%n" + TARGET, "target", "", "bound", "measured", "");
        for (Target target : Target.of(run)) {
            String bound = String.format(Locale.ROOT, "%s%.2f", target.atLeast() ? ">= " : "<= ", target.bound());
            line(
                    text,
                    TARGET,
                    target.aspect().code(),
                    target.metric().code(),
                    bound,
                    figure(target.figure(scores), digits(target.metric())),
                    target.verdict(scores));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, Scores.Row row) {
        Map<Metric, Estimate> figures = row.figures();
        List<String> cells = List.of(Metric.values()).stream()
                .map(metric -> figure(Optional.ofNullable(figures.get(metric)), digits(metric)))
                .toList();
        line(
                text,
                ROW,
                row.aspect().code(),
                row.facts(),
                row.claims(),
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6));
    }

    private static int digits(Metric metric) {
        return switch (metric) {
            case DELAY, DELAY_P90 -> 1;
            case FALSE_PER_PATIENT_MONTH -> 3;
            case SENSITIVITY, PPV, F1, SIDE_ACCURACY -> 2;
        };
    }

    private static String figure(Optional<Estimate> figure, int digits) {
        String format = "%." + digits + "f";
        return figure.map(f -> String.format(
                        Locale.ROOT, format + " (" + format + "-" + format + ")", f.value(), f.low(), f.high()))
                .orElse("-");
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
