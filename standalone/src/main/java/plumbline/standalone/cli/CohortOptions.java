package plumbline.standalone.cli;

import java.time.LocalDate;
import java.util.List;
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

    /** The last local date of a cohort unless another is asked for: past, so that an ingest service takes its events. */
    private static final String LAST = "2025-12-31";

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
            description = "How many days of each, up to the last (default: ${DEFAULT-VALUE})")
    private int days;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            converter = Seeds.Converter.class,
            description = "Which patients; evaluate also pools a range such as 1-10 (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Seeds seeds;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            defaultValue = LAST,
            description = "The last day of all; the same patients for any (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LocalDate last;

    /** The cohort that was asked for. */
    Plan plan() {
        List<Plan> plans = plans();
        if (plans.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--seed must be a single one here, such as 7");
        }
        return plans.get(0);
    }

    /** A cohort for each seed that was asked for. */
    List<Plan> plans() {
        within("--patients", patients, MOST_PATIENTS);
        within("--days", days, MOST_DAYS);
        return seeds.all().stream()
                .map(seed -> Plan.of(seed, patients, days, last))
                .toList();
    }

    Seeds seeds() {
        return seeds;
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
