package plumbline.chassis.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Setting<Integer> PORT = Setting.whole("PLUMBLINE_PORT", 8080, 0, 65535, "port");
    private static final Setting<Boolean> OPEN = Setting.flag("PLUMBLINE_OPEN", false, "open");

    private static Settings of(Map<String, String> environment) {
        return new Settings(environment, List.of(PORT, OPEN));
    }

    @Test
    void fallsBackWhereNothingIsSet() {
        Settings settings = of(Map.of("HOME", "/root"));

        assertThat(settings.read(PORT)).isEqualTo(8080);
        settings.done();
    }

    @Test
    void readsWhatIsSet() {
        assertThat(of(Map.of("PLUMBLINE_PORT", " 9 ")).read(PORT)).isEqualTo(9);
    }

    @Test
    void namesEveryMistakeAtOnce() {
        Settings settings = of(Map.of("PLUMBLINE_PORT", "65536", "PLUMBLINE_OPEN", "yes", "PLUMBLINE_PRT", "1"));
        settings.read(PORT);
        settings.read(OPEN);

        assertThatThrownBy(settings::done)
                .hasMessageContaining("PLUMBLINE_PORT must be a whole number from 0 to 65535")
                .hasMessageContaining("PLUMBLINE_OPEN must be true or false")
                .hasMessageContaining("PLUMBLINE_PRT is not a setting here");
    }
}
