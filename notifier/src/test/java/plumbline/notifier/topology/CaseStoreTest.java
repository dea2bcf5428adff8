package plumbline.notifier.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import plumbline.notifier.casefile.Case;

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
        try (InputStream file = CaseStoreTest.class.getResourceAsStream("/golden/case-v3.json")) {
            String recorded = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
            Case read = CaseStore.decode(recorded.getBytes(StandardCharsets.UTF_8));

            assertThat(read.version()).isEqualTo(Case.VERSION);
            assertThat(read.episodes())
                    .filteredOn(episode -> episode.climb().isPresent())
                    .hasSize(2);
            assertThat(read.deliveries()).hasSize(6);
            assertThat(read.nudged())
                    .singleElement()
                    .matches(nudged -> nudged.answer().isPresent());
            assertThat(new String(CaseStore.encode(read), StandardCharsets.UTF_8))
                    .isEqualTo(recorded);
        }
    }

    @Test
    void aCaseOfANewerReleaseIsRefused() {
        byte[] newer = "{\"version\":4,\"patient\":\"p-1\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CaseStore.decode(newer)).hasMessageContaining("newer release");
    }
}
