package plumbline.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import plumbline.analytics.topology.StreamProperties;
import plumbline.chassis.config.InvalidSettings;

class AnalyticsConfigTest {

    @Test
    void namesEveryWrongSettingAtOnce() {
        InvalidSettings invalid = catchThrowableOfType(
                InvalidSettings.class,
                () -> AnalyticsConfig.fromEnvironment(Map.of(
                        "PLUMBLINE_POLICY", "no/such.yaml",
                        "PLUMBLINE_STREAMS_THREADS", "many",
                        "PLUMBLINE_HTTP_PROT", "8081",
                        "HOME", "/root")));

        assertThat(invalid.mistakes())
                .hasSize(3)
                .anyMatch(mistake -> mistake.startsWith("PLUMBLINE_POLICY names a policy that cannot be used"))
                .anyMatch(mistake -> mistake.startsWith("PLUMBLINE_STREAMS_THREADS must be a whole number"))
                .anyMatch(mistake -> mistake.startsWith("PLUMBLINE_HTTP_PROT is not a setting here"));
    }

    @Test
    void refusesToBeReachableWithoutAnIssuer() {
        InvalidSettings invalid = catchThrowableOfType(
                InvalidSettings.class, () -> AnalyticsConfig.fromEnvironment(Map.of("PLUMBLINE_HTTP_HOST", "0.0.0.0")));

        assertThat(invalid.mistakes()).singleElement().asString().startsWith("PLUMBLINE_AUTH_JWKS must name");
    }

    @Test
    void anEmptyEnvironmentIsEnough() {
        AnalyticsConfig config = AnalyticsConfig.fromEnvironment(Map.of());

        assertThat(config.http().port()).isEqualTo(8081);
        assertThat(config.policy().version()).isEqualTo("2026.11");
        assertThat(new StreamsConfig(StreamProperties.of(config.kafka(), config.streams(), config.stateDir()))
                        .getString("processing.guarantee"))
                .isEqualTo("exactly_once_v2");
    }
}
