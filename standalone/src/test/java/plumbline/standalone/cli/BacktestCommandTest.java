package plumbline.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.event.PainReport;
import plumbline.contract.json.EventWriter;
import plumbline.contract.json.Json;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

class BacktestCommandTest {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-10T08:00:00+01:00");

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsEachChangeOfAFindingAsALine() throws IOException {
        assertThat(backtest(events())).isZero();

        assertThat(out.toString().lines()).isNotEmpty().allMatch(line -> line.startsWith("{\"type\":\"finding\""));
        assertThat(out.toString())
                .contains("\"kind\":\"persistent-pain\",\"change\":\"opened\"")
                .contains("\"severity\":\"emergency\"");
    }

    @Test
    void endsWithTheSameFindingsInAnyOrder() throws IOException {
        backtest(events());
        Collection<JsonNode> inOrder = last();
        List<String> shuffled = new ArrayList<>(events());
        Collections.shuffle(shuffled, new Random(7));

        backtest(shuffled);

        assertThat(last()).containsExactlyInAnyOrderElementsOf(inOrder).isNotEmpty();
    }

    @Test
    void namesTheLinesThatAreNoEvents() throws IOException {
        List<String> lines = new ArrayList<>(events());
        lines.add(1, "{\"type\":\"pain-report\",\"id\":\"x\"}");

        assertThat(backtest(lines)).isEqualTo(1);

        assertThat(err.toString()).contains("events.ndjson:2: missing-field");
        assertThat(out.toString()).contains("persistent-pain");
    }

    @Test
    void namesAPolicyThatCannotBeUsed() throws IOException {
        Path policy = Files.writeString(directory.resolve("policy.yaml"), "version: none\n");

        assertThat(backtest(events(), "--policy", policy.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("policy.yaml").doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    private int backtest(List<String> lines, String... options) throws IOException {
        out.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of("backtest"));
        arguments.addAll(List.of(options));
        arguments.add(Files.write(directory.resolve("events.ndjson"), lines).toString());
        return Plumbline.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    /** The last that was said of each finding, without its id, which comes from the order of telling. */
    private Collection<JsonNode> last() throws IOException {
        Map<String, JsonNode> last = new LinkedHashMap<>();
        for (String line : out.toString().lines().toList()) {
            ObjectNode finding = (ObjectNode) Json.mapper().readTree(line);
            last.put(finding.remove("id").asText(), finding);
        }
        return last.values();
    }

    private static List<String> events() {
        List<PainReport> reports = new ArrayList<>();
        for (int day = 0; day < 8; day++) {
            OffsetDateTime at = START.plusDays(day);
            reports.add(PainReport.of("d" + day, "lasting", at)
                    .site(Site.KNEE)
                    .side(Side.LEFT)
                    .intensity(5)
                    .build());
            reports.add(PainReport.of("d" + day, "healthy", at)
                    .site(Site.KNEE)
                    .side(Side.LEFT)
                    .intensity(0)
                    .build());
        }
        reports.add(PainReport.of("night", "emergency", START.plusDays(3))
                .site(Site.LOWER_BACK)
                .intensity(6)
                .symptoms(Set.of(Symptom.SADDLE_NUMBNESS))
                .build());
        return reports.stream()
                .map(report -> new String(EventWriter.write(report), StandardCharsets.UTF_8))
                .toList();
    }
}
