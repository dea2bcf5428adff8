package plumbline.analytics.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.finding.Change.OPENED;
import static plumbline.contract.finding.Change.RESOLVED;
import static plumbline.contract.finding.Change.UPDATED;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.analytics.Diary;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.finding.Finding;
import plumbline.contract.json.EventWriter;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Symptom;

class BacktestTest {
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> rejections = new ArrayList<>();

    @Test
    void tellsFindingsInTheOrderOfTheFile() {
        run(lines(new Diary().pain(0, 3, 4)), Optional.empty());

        assertThat(findings).extracting(Finding::change).containsExactly(OPENED);
        assertThat(findings.get(0).asOf()).isEqualTo(Diary.at(3, 12, 0));
    }

    @Test
    void theEndOfTheFileStatesWhatIsOpenAsOfThen() {
        run(lines(new Diary().pain(0, 3, 4)), Optional.of(Diary.at(20, 0, 0).toInstant()));

        assertThat(findings).extracting(Finding::change).containsExactly(OPENED, UPDATED);
        assertThat(findings.get(1).asOf()).isEqualTo(Diary.at(20, 0, 0));
    }

    @Test
    void aReceivedLineMovesTheWallClock() {
        String urgent = line(
                new Diary().report(0, 9).onset(Onset.SUDDEN).build(),
                Diary.at(0, 12, 1).toInstant());
        String other =
                line(new Diary("p-2").report(12, 1).build(), Diary.at(12, 12, 1).toInstant());

        run(List.of(urgent, other), Optional.empty());

        assertThat(findings).extracting(Finding::change).containsExactly(OPENED, RESOLVED);
        assertThat(findings.get(1).asOf()).isEqualTo(Diary.at(8, 0, 0));
    }

    @Test
    void aReceivedLineIsLateByItsOwnTime() {
        Event event = new Diary().report(0, 9).onset(Onset.SUDDEN).build();

        run(
                List.of(
                        line(event, Diary.at(31, 12, 0).toInstant()),
                        line(event, Diary.at(30, 12, 0).toInstant())),
                Optional.empty());

        assertThat(rejections).containsExactly("1 too-late");
        assertThat(findings).extracting(Finding::change).containsExactly(OPENED, RESOLVED);
    }

    @Test
    void aBrokenLineIsSaidAndTheRestGoesOn() {
        List<String> lines = new ArrayList<>(
                List.of("{", "", "{\"type\":\"pain-report\",\"id\":\"a\",\"patient\":\"p\",\"at\":\"yesterday\"}"));
        lines.add(
                "{\"type\":\"pain-report\",\"id\":\"a\",\"patient\":\"p\",\"at\":\"2026-09-01T12:00:00Z\",\"receivedAt\":\"soon\"}");
        lines.addAll(lines(new Diary().pain(0, 3, 4)));

        run(lines, Optional.empty());

        assertThat(rejections).hasSize(3);
        assertThat(rejections.get(0)).startsWith("1 malformed-json");
        assertThat(rejections.get(1)).startsWith("3 invalid-time: at");
        assertThat(rejections.get(2)).startsWith("4 invalid-time: receivedAt");
        assertThat(findings).hasSize(1);
    }

    @Test
    void anEntryOfTheDirectoryCountsWhereverItStands() {
        PainReport fall =
                new Diary().report(0, 4).symptoms(List.of(Symptom.MINOR_TRAUMA)).build();
        String report = lines(new Diary().add(fall)).get(0);
        String entry = "{\"type\":\"patient\",\"id\":\"" + Diary.PATIENT + "\",\"riskFactors\":[\"osteoporosis\"]}";

        run(List.of(report, entry), Optional.empty());
        List<Finding> after = List.copyOf(findings);
        findings.clear();
        run(List.of(entry, report), Optional.empty());

        assertThat(rejections).isEmpty();
        assertThat(findings).isNotEmpty().isEqualTo(after);
    }

    @Test
    void aBrokenEntryOfTheDirectoryIsSaid() {
        run(List.of("{\"type\":\"patient\",\"id\":\"p\",\"birthYear\":58}"), Optional.empty());

        assertThat(rejections)
                .containsExactly("1 birth-year-out-of-range: birthYear must be a year with four digits, 1900 or later");
    }

    private void run(List<String> lines, Optional<Instant> asOf) {
        new Backtest(PolicyFile.standard(), findings::add, (reason, line) -> rejections.add(line + " " + reason))
                .run(lines.stream(), asOf);
    }

    private static List<String> lines(Diary diary) {
        return diary.events().stream()
                .map(event -> new String(EventWriter.write(event), StandardCharsets.UTF_8))
                .toList();
    }

    private static String line(Event event, Instant receivedAt) {
        String json = lines(new Diary().add(event)).get(0);
        return json.substring(0, json.length() - 1) + ",\"receivedAt\":\"" + receivedAt + "\"}";
    }
}
