package plumbline.analytics.topology;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.HostInfo;
import plumbline.chassis.config.Setting;
import plumbline.chassis.config.Settings;

/**
 * How the stream processing is spread.
 *
 * @param threads of this instance
 * @param standbys copies of the state that other instances keep, to take over without restoring
 * @param commitMillis how often state, output and offsets commit together; a finding is seen after that at the latest
 * @param advertised how other instances reach this one over HTTP, in the form {@code host:port}; absent: there are none
 * @param instance the name of this instance, for static membership; absent: a restart is a new member
 */
public record StreamsSettings(
        int threads, int standbys, int commitMillis, Optional<String> instance, Optional<String> advertised) {
    public static final Setting<Integer> THREADS =
            Setting.whole("PLUMBLINE_STREAMS_THREADS", 2, 1, 64, "Threads that process events");
    public static final Setting<Integer> STANDBYS = Setting.whole(
            "PLUMBLINE_STREAMS_STANDBYS", 0, 0, 3, "Copies of the state on other instances; 1 in a cluster");
    public static final Setting<Integer> COMMIT_MILLIS = Setting.whole(
            "PLUMBLINE_STREAMS_COMMIT_MS",
            100,
            10,
            30_000,
            "Milliseconds between commits: less is sooner, more is cheaper");
    public static final Setting<Optional<String>> INSTANCE = Setting.optional(
            "PLUMBLINE_STREAMS_INSTANCE", "Name of this instance that survives its restart, such as the pod's");

    public static final Setting<Optional<String>> ADVERTISED = new Setting<>(
            "PLUMBLINE_HTTP_ADVERTISED",
            "",
            "host:port by which other instances of this service reach it; needed with more than one",
            StreamsSettings::endpoint);

    /** Every setting that {@link #read} reads. */
    public static final List<Setting<?>> ALL = List.of(THREADS, STANDBYS, COMMIT_MILLIS, INSTANCE, ADVERTISED);

    /** One instance alone. */
    public static final StreamsSettings SINGLE = new StreamsSettings(1, 0, 100, Optional.empty(), Optional.empty());

    public static StreamsSettings read(Settings settings) {
        return new StreamsSettings(
                settings.read(THREADS),
                settings.read(STANDBYS),
                settings.read(COMMIT_MILLIS),
                settings.read(INSTANCE),
                settings.read(ADVERTISED));
    }

    private static Optional<String> endpoint(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (!text.matches("[A-Za-z0-9.\\-]+:[0-9]{1,5}")
                || HostInfo.buildFromEndpoint(text).port() > 65_535) {
            throw new IllegalArgumentException("must be host:port, such as analytics-0:8081");
        }
        return Optional.of(text);
    }
}
