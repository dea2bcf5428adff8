package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import plumbline.analytics.AnalyticsConfig;
import plumbline.chassis.config.Setting;
import plumbline.ingest.IngestConfig;
import plumbline.notifier.NotifierConfig;

/** The README's table of settings says what the services read. */
class ReadmeTest {

    @Test
    void listsEverySettingWithItsDefaultServiceAndMeaning() throws IOException {
        List<String> table = Files.readAllLines(Path.of("..", "README.md")).stream()
                .filter(line -> line.startsWith("| `PLUMBLINE_"))
                .toList();

        assertThat(table).containsExactlyElementsOf(expected());
    }

    private static List<String> expected() {
        Map<String, List<Setting<?>>> services = new LinkedHashMap<>();
        services.put("ingest", IngestConfig.SETTINGS);
        services.put("analytics", AnalyticsConfig.SETTINGS);
        services.put("notifier", NotifierConfig.SETTINGS);
        Map<String, Row> rows = new TreeMap<>();
        services.forEach((service, settings) -> settings.forEach(setting ->
                rows.computeIfAbsent(setting.name(), name -> new Row(setting)).readBy(service, setting)));
        return rows.values().stream().map(row -> row.line(services.size())).toList();
    }

    /** One variable, which several services may read with defaults of their own. */
    private record Row(Setting<?> setting, List<String> services, List<String> fallbacks) {
        Row(Setting<?> setting) {
            this(setting, new ArrayList<>(), new ArrayList<>());
        }

        void readBy(String service, Setting<?> theirs) {
            services.add(service);
            String fallback = theirs.fallback().replace(System.getProperty("user.home"), "~");
            if (!fallbacks.contains(fallback)) {
                fallbacks.add(fallback);
            }
        }

        String line(int all) {
            String fallback = String.join(", ", fallbacks);
            return String.join(
                    " | ",
                    "| `" + setting.name() + "`",
                    fallback.isEmpty() ? "" : "`" + fallback + "`",
                    services.size() == all ? "all" : String.join(", ", services),
                    setting.meaning() + " |");
        }
    }
}
