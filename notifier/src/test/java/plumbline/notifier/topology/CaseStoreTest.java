package plumbline.notifier.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.alert.NudgeAnswer;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.notifier.Findings;
import plumbline.notifier.casefile.Case;
import plumbline.notifier.casework.Casework;
import plumbline.notifier.casework.Input;
import plumbline.notifier.casework.Practice;
import plumbline.notifier.library.LibraryFiles;

class CaseStoreTest {

    @Test
    void aCaseOfTheFirstFormStaysReadable() throws IOException {
        try (InputStream file = CaseStoreTest.class.getResourceAsStream("/golden/case-v1.json")) {
            Case read = CaseStore.decode(file.readAllBytes());

            assertThat(read.episodes()).hasSize(2);
            assertThat(read.deliveries()).hasSize(5);
            assertThat(CaseStore.decode(CaseStore.encode(read))).isEqualTo(read);
        }
    }

    @Test
    void aCaseWithAnEntryOfTheDirectoryIsWrittenAndReadAsOnRecord() throws IOException {
        try (InputStream file = CaseStoreTest.class.getResourceAsStream("/golden/case-v2.json")) {
            String recorded = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
            Case read = CaseStore.decode(recorded.getBytes(StandardCharsets.UTF_8));

            assertThat(read.profile()).isPresent();
            assertThat(new String(CaseStore.encode(read), StandardCharsets.UTF_8))
                    .isEqualTo(recorded);
        }
    }

    @Test
    void aCaseWithStepsIsWrittenAndReadAsOnRecord() throws IOException {
        byte[] written = CaseStore.encode(climbing());
        try (InputStream file = CaseStoreTest.class.getResourceAsStream("/golden/case-v3.json")) {
            String recorded = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();

            assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(recorded);
            assertThat(CaseStore.decode(recorded.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(climbing());
        }
    }

    /** An emergency at its second step, something routine that it silences, and a patient who answered a message. */
    private static Case climbing() {
        Casework casework = new Casework(new Practice(
                "default",
                List.of(ChannelKind.LOG),
                ChannelKind.LOG,
                "https://plumbline.example",
                LibraryFiles.load()));
        Instant begin = Instant.parse("2026-11-20T10:00:00Z");
        Findings nudge = Findings.of(FindingKind.IMBALANCE, Severity.SELF_CARE);
        Case file = casework.step(Case.empty("p-1"), new Input.Found(nudge.opened(begin), begin), begin)
                .after();
        NudgeAnswer answer =
                new NudgeAnswer(file.nudged().get(0).delivery(), "p-1", NudgeAnswer.Response.DISMISSED, begin);
        file = casework.step(file, new Input.Answered(answer), begin).after();
        for (Findings next : List.of(
                Findings.of(FindingKind.URGENT_PAIN, Severity.EMERGENCY),
                Findings.of(FindingKind.RECURRENT_PAIN, Severity.ROUTINE))) {
            file = casework.step(file, new Input.Found(next.opened(begin), begin), begin)
                    .after();
        }
        return casework.step(file, new Input.Tick(), begin.plusSeconds(300)).after();
    }

    @Test
    void aCaseOfANewerReleaseIsRefused() {
        byte[] newer = "{\"version\":4,\"patient\":\"p-1\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CaseStore.decode(newer)).hasMessageContaining("newer release");
    }
}
