package plumbline.cohort.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plumbline.cohort.score.Estimate;
import plumbline.cohort.score.Metric;
import plumbline.cohort.score.Scores;

/** The negative controls as text: in each cohort what must be found seldom, or always. */
public final class ControlTable {
    private ControlTable() {}

    /** The targets of each control, ending in a line break. */
    public static String of(List<Scores> controls) {
        StringBuilder text = new StringBuilder();
        line(text, "negative control", "finding", "figure", "bound", "measured", "");
        for (Scores scores : controls) {
            for (Target target : Target.ofControl(scores.run())) {
                line(
                        text,
                        scores.run().variant(),
                        target.aspect().code(),
                        target.metric().code(),
                        String.format(Locale.ROOT, "%s%.2f", target.atLeast() ? ">= " : "<= ", target.bound()),
                        figure(target.figure(scores), target.metric()),
                        target.verdict(scores));
            }
        }
        return text.toString();
    }

    private static String figure(Optional<Estimate> figure, Metric metric) {
        String format = metric == Metric.FALSE_PER_PATIENT_MONTH ? "%.3f (%.3f-%.3f)" : "%.2f (%.2f-%.2f)";
        return figure.map(f -> String.format(Locale.ROOT, format, f.value(), f.low(), f.high()))
                .orElse("-");
    }

    private static void line(StringBuilder text, Object... cells) {
        text.append(String.format(Locale.ROOT, "%-24s %-16s %-24s %8s  %-20s %s%n", cells));
    }
}
