package plumbline.analytics;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import plumbline.analytics.policy.Policy;
import plumbline.analytics.policyfile.InvalidPolicy;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.analytics.topology.StreamsSettings;
import plumbline.chassis.auth.AuthSettings;
import plumbline.chassis.config.Setting;
import plumbline.chassis.config.Settings;
import plumbline.chassis.http.HttpSettings;
import plumbline.chassis.kafka.KafkaSettings;

/**
 * What the analytics service needs to know.
 *
 * @param stateDir where the stores live; what is lost there is restored from Kafka
 */
public record AnalyticsConfig(
        KafkaSettings kafka,
        HttpSettings http,
        AuthSettings auth,
        Path stateDir,
        Policy policy,
        StreamsSettings streams) {
    /** The port that the service listens on unless told otherwise. */
    public static final int PORT = 8081;

    public static final Setting<Path> DATA_DIR = new Setting<>(
            "PLUMBLINE_DATA_DIR",
            Path.of(System.getProperty("user.home", "."), ".plumbline").toString(),
            "Directory for what a restart may reuse",
            Path::of);
    public static final Setting<Policy> POLICY = new Setting<>(
            "PLUMBLINE_POLICY",
            "",
            "YAML file with every threshold, instead of the one inside",
            AnalyticsConfig::policy);

    /** Every setting of the service. */
    public static final List<Setting<?>> SETTINGS = Stream.of(
                    KafkaSettings.ALL,
                    HttpSettings.all(PORT),
                    AuthSettings.ALL,
                    StreamsSettings.ALL,
                    List.of(DATA_DIR, POLICY))
            .<Setting<?>>flatMap(List::stream)
            .toList();

    public AnalyticsConfig {
        Objects.requireNonNull(kafka, "kafka");
        Objects.requireNonNull(http, "http");
        Objects.requireNonNull(auth, "auth");
        Objects.requireNonNull(stateDir, "stateDir");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(streams, "streams");
    }

    /**
     * The configuration that an environment holds.
     *
     * @throws plumbline.chassis.config.InvalidSettings naming every mistake
     */
    public static AnalyticsConfig fromEnvironment(Map<String, String> environment) {
        Settings settings = new Settings(environment, SETTINGS);
        HttpSettings http = HttpSettings.read(settings, PORT);
        AnalyticsConfig config = new AnalyticsConfig(
                KafkaSettings.read(settings),
                http,
                AuthSettings.read(settings, http),
                settings.read(DATA_DIR).resolve("analytics"),
                settings.read(POLICY),
                StreamsSettings.read(settings));
        settings.done();
        return config;
    }

    private static Policy policy(String file) {
        if (file.isBlank()) {
            return PolicyFile.standard();
        }
        try {
            return PolicyFile.read(Path.of(file));
        } catch (InvalidPolicy invalid) {
            throw new IllegalArgumentException(
                    "names a policy that cannot be used: " + String.join("; ", invalid.mistakes()));
        }
    }
}
