package plumbline.notifier;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.chassis.auth.AuthSettings;
import plumbline.chassis.config.Setting;
import plumbline.chassis.config.Settings;
import plumbline.chassis.http.HttpSettings;
import plumbline.chassis.kafka.KafkaSettings;

/**
 * Everything that the notifier is told from outside.
 *
 * @param dataDir under which Kafka Streams keeps its state; what is lost there is restored from Kafka
 * @param instance the name of this instance, for static membership; absent: a restart is a new member
 * @param openConsole whether the console asks nobody to sign in
 */
public record NotifierConfig(
        KafkaSettings kafka,
        HttpSettings http,
        AuthSettings auth,
        Path dataDir,
        Optional<String> instance,
        Outreach outreach,
        boolean openConsole) {
    /** The port where none is set. */
    public static final int PORT = 8082;

    public static final Setting<Path> DATA_DIR = new Setting<>(
            "PLUMBLINE_DATA_DIR",
            Path.of(System.getProperty("user.home"), ".plumbline").toString(),
            "Directory for the state of Kafka Streams",
            Path::of);

    public static final Setting<Optional<String>> INSTANCE = Setting.optional(
            "PLUMBLINE_STREAMS_INSTANCE", "Name of this instance that survives its restart, such as the pod's");

    public static final Setting<Boolean> OPEN_CONSOLE = Setting.flag(
            "PLUMBLINE_CONSOLE_OPEN",
            false,
            "Whether the console asks nobody to sign in; for a demonstration on loopback");

    /** Every setting of the service. */
    public static final List<Setting<?>> SETTINGS = Stream.of(
                    KafkaSettings.ALL,
                    HttpSettings.all(PORT),
                    AuthSettings.ALL,
                    List.of(DATA_DIR, INSTANCE, OPEN_CONSOLE),
                    Outreach.ALL)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    /**
     * Reads an environment.
     *
     * @throws plumbline.chassis.config.InvalidSettings naming every mistake
     */
    public static NotifierConfig fromEnvironment(Map<String, String> environment) {
        Settings settings = new Settings(environment, SETTINGS);
        HttpSettings http = HttpSettings.read(settings, PORT);
        NotifierConfig config = new NotifierConfig(
                KafkaSettings.read(settings),
                http,
                AuthSettings.read(settings, http),
                settings.read(DATA_DIR),
                settings.read(INSTANCE),
                Outreach.read(settings),
                settings.read(OPEN_CONSOLE));
        if (config.openConsole && !http.isLoopback()) {
            settings.mistake(OPEN_CONSOLE.name(), "must be false when others can reach " + http.host());
        }
        settings.done();
        return config;
    }
}
