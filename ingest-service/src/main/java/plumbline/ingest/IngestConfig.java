package plumbline.ingest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plumbline.chassis.auth.AuthSettings;
import plumbline.chassis.config.Setting;
import plumbline.chassis.config.Settings;
import plumbline.chassis.http.HttpSettings;
import plumbline.chassis.kafka.KafkaSettings;

/** What the ingest service is told from outside. */
public record IngestConfig(HttpSettings http, AuthSettings auth, KafkaSettings kafka) {
    private static final int PORT = 8080;

    /** Every setting of the service. */
    public static final List<Setting<?>> SETTINGS = Stream.of(
                    HttpSettings.all(PORT), AuthSettings.ALL, KafkaSettings.ALL)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    /**
     * Reads the environment.
     *
     * @throws plumbline.chassis.config.InvalidSettings naming every mistake
     */
    public static IngestConfig fromEnvironment(Map<String, String> environment) {
        Settings settings = new Settings(environment, SETTINGS);
        HttpSettings http = HttpSettings.read(settings, PORT);
        IngestConfig config = new IngestConfig(http, AuthSettings.read(settings, http), KafkaSettings.read(settings));
        settings.done();
        return config;
    }
}
