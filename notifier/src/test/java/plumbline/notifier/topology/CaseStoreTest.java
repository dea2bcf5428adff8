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
    void aCaseOfANewerReleaseIsRefused() {
        byte[] newer = "{\"version\":2,\"patient\":\"p-1\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CaseStore.decode(newer)).hasMessageContaining("newer release");
    }
}
