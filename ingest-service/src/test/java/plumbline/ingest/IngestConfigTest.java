package plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.chassis.config.InvalidSettings;

class IngestConfigTest {

    @Test
    void listensOnLoopbackAndPort8080WhereNothingIsSet() {
        IngestConfig config = IngestConfig.fromEnvironment(Map.of("PATH", "/bin"));

        assertThat(config.http().port()).isEqualTo(8080);
        assertThat(config.http().isLoopback()).isTrue();
        assertThat(config.kafka().bootstrap()).isEqualTo("localhost:9092");
    }

    @Test
    void namesEveryMistakeAtOnce() {
        Map<String, String> environment =
                Map.of("PLUMBLINE_HTTP_HOST", "0.0.0.0", "PLUMBLINE_HTTP_PORT", "x", "PLUMBLINE_KAFKA", "k:9092");

        assertThatThrownBy(() -> IngestConfig.fromEnvironment(environment))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("PLUMBLINE_AUTH_JWKS must name")
                .hasMessageContaining("PLUMBLINE_HTTP_PORT must be")
                .hasMessageContaining("PLUMBLINE_KAFKA is not a setting here");
    }
}
