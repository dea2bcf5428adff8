package plumbline.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import plumbline.cohort.match.Aspect;
import plumbline.contract.json.Json;

/** The commands of simulated patients. */
class CohortCommandTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void simulateWritesTheEventsAndTheirTruth() throws IOException {
        Path made = directory.resolve("new").resolve("cohort");

        assertThat(run("simulate", "--patients", "3", "--days", "20", "--seed", "5", "--out", made.toString()))
                .isZero();

        assertThat(Files.readString(made.resolve("truth.ndjson"))).startsWith("{\"type\":\"run\",\"seed\":5,");
        assertThat(Files.readAllLines(made.resolve("events.ndjson")))
                .isNotEmpty()
                .allMatch(line -> line.contains("\"receivedAt\":"))
                .hasSize(Integer.parseInt(out.toString().split(" ")[0]));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void simulatedEventsAreTakenByBacktest() {
        run("simulate", "--patients", "3", "--days", "20", "--out", directory.toString());

        assertThat(run("backtest", directory.resolve("events.ndjson").toString()))
                .isZero();

        assertThat(out.toString()).contains("{\"type\":\"finding\"");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void namesTheDirectoryThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThat(run("simulate", "--out", file.toString())).isEqualTo(1);

        assertThat(err.toString()).contains(file + " cannot be written").doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void evaluatePrintsARowForEachAspectAndAVerdictForEachTarget() {
        assertThat(evaluate()).isZero();

        assertThat(out.toString()).startsWith("12 patients,").contains(", seed 1,");
        assertThat(out.toString().lines().map(line -> line.split(" ")[0]))
                .containsAll(Stream.of(Aspect.values()).map(Aspect::code).toList());
        assertThat(out.toString()).containsPattern("persistent-pain +f1 +>= 0\\.85 +\\S+ \\(\\S+\\) +PASS");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void evaluateAsksMoreOfPainWhenNothingIsMissing() {
        assertThat(evaluate("--missing", "0")).isZero();

        assertThat(out.toString()).contains(", missing 0 %").containsPattern("persistent-pain +f1 +>= 0\\.95 ");
    }

    @Test
    void evaluateKeepsTheScoresAsJson() throws IOException {
        Path file = directory.resolve("scores.json");

        assertThat(evaluate("--json", file.toString())).isZero();

        JsonNode scores = Json.mapper().readTree(file.toFile());
        assertThat(scores.at("/run/patients").asInt()).isEqualTo(12);
        assertThat(scores.get("rows")).hasSize(Aspect.values().length);
    }

    @Test
    void evaluateNamesTheFileThatItCannotWriteBeforeItBegins() {
        assertThat(evaluate("--json", directory.toString())).isEqualTo(1);

        assertThat(err.toString()).contains(directory + " cannot be written").contains("--json");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void evaluateShowsTheNegativeControlsWhereTheyAreWanted() {
        assertThat(run("evaluate", "--patients", "4", "--days", "40")).isZero();

        assertThat(out.toString()).contains("no-asymmetry", "sides-permuted", "constant-bias", "sixty-percent-missing");
        assertThat(out.toString()).containsPattern("swaps-only +compensation +false-per-patient-month +<= 0\\.02 ");
    }

    @Test
    void evaluatePoolsSeveralSeeds() {
        assertThat(evaluate("--seed", "3-4")).isZero();
        assertThat(out.toString()).startsWith("24 patients,").contains(", seeds 3-4,");
    }

    @Test
    void evaluateSaysTheSameOnOneCoreAsOnAll() {
        evaluate();
        String onAll = out.toString();
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            one.submit(() -> evaluate()).join();
        } finally {
            one.shutdown();
        }
        assertThat(out.toString()).isEqualTo(onAll);
    }

    @Test
    void evaluateRefusesToFindSomethingInNothing() {
        assertThat(evaluate("--missing", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("--missing must be from 0 to less than 1");
    }

    @Test
    void aSeedMustBeANumberOrARangeAndSimulateTakesOne() {
        assertThat(evaluate("--seed", "9-3")).isEqualTo(2);
        assertThat(err.toString()).contains("--seed").contains("must run upwards");
        assertThat(run("simulate", "--seed", "1-2", "--out", directory.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--seed must be a single one here");
    }

    @Test
    void simulateEndsOnTheDayThatIsAskedFor() throws IOException {
        run("simulate", "--patients", "1", "--days", "9", "--until", "2026-03-09", "--out", directory.toString());
        assertThat(Files.readString(directory.resolve("truth.ndjson")))
                .contains("\"first\":\"2026-03-01\",\"last\":\"2026-03-09\"");
    }

    private int evaluate(String... more) {
        return run(Stream.concat(
                        Stream.of("evaluate", "--no-controls", "--patients", "12", "--days", "45"), Stream.of(more))
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Plumbline.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments);
    }
}
