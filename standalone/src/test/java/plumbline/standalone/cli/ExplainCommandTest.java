package plumbline.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.contract.event.PainReport;
import plumbline.contract.json.EventWriter;
import plumbline.contract.json.Json;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

class ExplainCommandTest {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-10T08:00:00+01:00");

    @TempDir
    Path directory;

    private Path file;

    private record Run(int code, String out, String err) {}

    /** Knee pain on eight days but the third, and one emergency sign. */
    @BeforeEach
    void write() throws IOException {
        List<PainReport> reports = new ArrayList<>();
        for (int day = 0; day < 8; day++) {
            if (day != 2) {
                reports.add(PainReport.of("r" + day, "lasting", START.plusDays(day))
                        .site(Site.KNEE)
                        .side(Side.LEFT)
                        .intensity(5)
                        .build());
            }
        }
        reports.add(PainReport.of("night", "emergency", START.plusDays(3))
                .site(Site.LOWER_BACK)
                .intensity(6)
                .symptoms(Set.of(Symptom.SADDLE_NUMBNESS))
                .build());
        file = Files.write(
                directory.resolve("events.ndjson"),
                reports.stream()
                        .map(report -> new String(EventWriter.write(report), StandardCharsets.UTF_8))
                        .toList());
    }

    @Test
    void explainsAPersistentPain() throws IOException {
        Run run = run("explain", "--finding=" + id("persistent-pain"), file.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("Pain of 3 or more on ")
                .contains("Kind       persistent pain, stage 1", "Severity   routine", "Region     knee, left")
                .contains("State      open, as of 2026-11-17")
                .containsPattern("Days of pain +5  opens with 3")
                .contains("2026-11-12   - no report", "2026-11-17 *|#####       5")
                .contains("2026-11-13  opened, routine, stage 1: ")
                .contains("Resolves after 30 days without pain of 1 or more, of which 18 must be")
                .contains("on 2026-12-18 at the earliest")
                .contains("Becomes stage 2 (routine)", "  2026-11-24.");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void countsByThePolicyThatIsNamed() throws IOException {
        Run run = run("explain", "--finding=" + id("red-flag"), "--policy", policy().toString(), file.toString());

        assertThat(run.out())
                .startsWith("Emergency sign in the lower back: saddle numbness.")
                .containsPattern("Saddle numbness +yes")
                .contains("Ends when no further report of this kind comes for 9 days");
    }

    @Test
    void takesTheBeginningOfAnId() throws IOException {
        assertThat(run("explain", "--finding=" + id("persistent-pain").substring(0, 4), file.toString())
                        .code())
                .isZero();
    }

    @Test
    void saysHowToListIdsWhenThereIsNoSuchFinding() {
        Run run = run("explain", "--finding", "none", file.toString());

        assertThat(run)
                .isEqualTo(new Run(
                        1, "", "plumbline: no finding none; list the ids with: plumbline backtest " + file + "\n"));
    }

    @Test
    void comparesTwoPolicies() throws IOException {
        Run run = run("backtest", "--compare", policy().toString(), file.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("lasting +persistent-pain +knee, left +2026-11-13 routine 1 +2026-11-14 routine 1")
                .containsPattern("persistent-pain +0 +0 +1 +0")
                .doesNotContainPattern("emergency +red-flag");
        assertThat(run.out().lines().reduce("", (before, last) -> last)).matches("total +0 +0 +1 +1");
    }

    @Test
    void findsNoDifferenceOfAPolicyFromItself() throws IOException {
        String policy = policy().toString();

        assertThat(run("backtest", "--policy", policy, "--compare", policy, file.toString()))
                .isEqualTo(new Run(0, "No difference\n", ""));
    }

    @Test
    void namesTheMistakesOfBothPolicies() throws IOException {
        Path one = Files.writeString(directory.resolve("one.yaml"), "version: \"1\"\n");
        Path other = directory.resolve("missing.yaml");

        Run run = run("backtest", "--policy", one.toString(), "--compare", other.toString(), file.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("one.yaml: ", "missing.yaml: cannot be read")
                .contains("flare must be a mapping");
    }

    /** One that wants a day more of pain, and lets signs stand for longer. */
    private Path policy() throws IOException {
        try (var in = PolicyFile.class.getResourceAsStream(PolicyFile.DEFAULT)) {
            String standard = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(
                    directory.resolve("policy.yaml"),
                    standard.replace("pain-days: 3 ", "pain-days: 4 ").replace("stands-days: 7 ", "stands-days: 9 "));
        }
    }

    private String id(String kind) throws IOException {
        for (String line : run("backtest", file.toString()).out().lines().toList()) {
            var finding = Json.mapper().readTree(line);
            if (finding.get("kind").asText().equals(kind)) {
                return finding.get("id").asText();
            }
        }
        throw new AssertionError("no " + kind);
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Plumbline.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }
}
