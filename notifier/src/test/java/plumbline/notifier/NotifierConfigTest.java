package plumbline.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.chassis.config.InvalidSettings;

class NotifierConfigTest {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void anEmptyEnvironmentIsALocalNotifierWithoutWebhooks() {
        NotifierConfig config = NotifierConfig.fromEnvironment(Map.of());

        assertThat(config.http().port()).isEqualTo(8082);
        assertThat(config.outreach().careTeam()).isEmpty();
    }

    @Test
    void namesEveryMistakeAtOnce() {
        assertThatThrownBy(() -> NotifierConfig.fromEnvironment(Map.of(
                        "PLUMBLINE_WEBHOOK_URL", "http://example.org/hook",
                        "PLUMBLINE_CONSOLE_URL", "ftp://example.org",
                        "PLUMBLINE_WEBHOK_SECRET", KEY)))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("PLUMBLINE_WEBHOOK_URL must begin with https://")
                .hasMessageContaining("PLUMBLINE_CONSOLE_URL must be an http or https address")
                .hasMessageContaining("PLUMBLINE_WEBHOK_SECRET is not a setting here")
                .hasMessageContaining("PLUMBLINE_WEBHOOK_SECRET must be set where there is a webhook");
    }

    @Test
    void plainHttpCanBeAllowed() {
        assertThat(NotifierConfig.fromEnvironment(Map.of(
                                "PLUMBLINE_WEBHOOK_URL", "http://localhost:9999/hook",
                                "PLUMBLINE_WEBHOOK_SECRET", KEY,
                                "PLUMBLINE_WEBHOOK_ALLOW_PRIVATE", "true"))
                        .outreach()
                        .careTeam())
                .isPresent();
    }
}
