package plumbline.standalone.cli;

import java.time.LocalDate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plumbline.cohort.simulate.Plan;
import plumbline.standalone.terminal.ProgressBar;

/** The options that say which simulated cohort. The same ones mean the same cohort on any day and machine. */
final class CohortOptions {
    private static final int MOST_PATIENTS = 10_000;
    private static final int MOST_DAYS = 3_660;

    /** The last local date of every cohort: past, so that an ingest service takes its events. */
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--patients",
            paramLabel = "N",
            defaultValue = "150",
            description = "How many patients (default: ${DEFAULT-VALUE})")
    private int patients;

    @Option(
            names = "--days",
            paramLabel = "D",
            defaultValue = "120",
            description = "How many days of each, up to the end of 2025 (default: ${DEFAULT-VALUE})")
    private int days;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Which patients (default: ${DEFAULT-VALUE})")
    private long seed;

    /** The cohort that was asked for. */
    Plan plan() {
        within("--patients", patients, MOST_PATIENTS);
        within("--days", days, MOST_DAYS);
        return Plan.of(seed, patients, days, LAST);
    }

    ProgressBar progress() {
        return new ProgressBar(System.err, ProgressBar.isWatched(), days, "days");
    }

    private void within(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new ParameterException(spec.commandLine(), option + " must be from 1 to " + most);
        }
    }
}
