package plumbline.cohort.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.cohort.match.Aspect;
import plumbline.cohort.score.Estimate;
import plumbline.cohort.score.Metric;
import plumbline.cohort.score.Scores;
import plumbline.cohort.simulate.Variant;
import plumbline.cohort.truth.Truth;

/**
 * What a figure should reach, from the table of targets in {@code detection.md}.
 *
 * @param atLeast whether the bound is a floor; else it is a ceiling
 */
public record Target(Aspect aspect, Metric metric, boolean atLeast, double bound) {
    private static final double MODERATELY_MISSING = 0.3;

    /** Whether a target was reached, judged by the figure itself and not by its interval. */
    public enum Verdict {
        PASS,
        MISS,
        /** Nothing to measure it by. */
        UNMEASURED
    }

    /** The targets of a run: those of pain depend on how much is missing, that of false compensations on the variant. */
    public static List<Target> of(Truth.Run run) {
        List<Target> targets = new ArrayList<>();
        for (Aspect sign : List.of(Aspect.EMERGENCY_SIGN, Aspect.SAME_DAY_SIGN)) {
            targets.add(floor(sign, Metric.SENSITIVITY, 1));
            targets.add(ceiling(sign, Metric.FALSE_PER_PATIENT_MONTH, 0.01));
        }
        boolean sparse =
                run.missing() > MODERATELY_MISSING || run.variant().equals(Variant.SIXTY_PERCENT_MISSING.code());
        if (!sparse) {
            targets.add(floor(Aspect.PERSISTENT_PAIN, Metric.F1, run.missing() == 0 ? 0.95 : 0.85));
            targets.add(ceiling(Aspect.PERSISTENT_PAIN, Metric.DELAY, 1));
            targets.add(floor(Aspect.RECURRENT_PAIN, Metric.F1, 0.85));
            targets.add(floor(Aspect.COMPENSATION_FROM_2_SIGMA, Metric.SENSITIVITY, 0.75));
        }
        boolean swaps = run.variant().equals(Variant.SWAPS_ONLY.code());
        targets.add(ceiling(Aspect.COMPENSATION, Metric.FALSE_PER_PATIENT_MONTH, swaps ? 0.02 : 0.10));
        targets.add(floor(Aspect.COMPENSATION, Metric.SIDE_ACCURACY, 0.90));
        return List.copyOf(targets);
    }

    /** The targets of a negative control: the signs are found in any; what leans is not. */
    public static List<Target> ofControl(Truth.Run run) {
        boolean swaps = run.variant().equals(Variant.SWAPS_ONLY.code());
        return List.of(
                ceiling(Aspect.COMPENSATION, Metric.FALSE_PER_PATIENT_MONTH, swaps ? 0.02 : 0.10),
                ceiling(Aspect.IMBALANCE, Metric.FALSE_PER_PATIENT_MONTH, 0.10),
                floor(Aspect.EMERGENCY_SIGN, Metric.SENSITIVITY, 1));
    }

    private static Target floor(Aspect aspect, Metric metric, double bound) {
        return new Target(aspect, metric, true, bound);
    }

    private static Target ceiling(Aspect aspect, Metric metric, double bound) {
        return new Target(aspect, metric, false, bound);
    }

    /** What was measured. */
    public Optional<Estimate> figure(Scores scores) {
        return scores.row(aspect).figure(metric);
    }

    public Verdict verdict(Scores scores) {
        return figure(scores)
                .map(figure -> atLeast ? figure.value() >= bound : figure.value() <= bound)
                .map(reached -> reached ? Verdict.PASS : Verdict.MISS)
                .orElse(Verdict.UNMEASURED);
    }
}
