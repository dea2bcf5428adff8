package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.standalone.installation.Installation;
import plumbline.standalone.installation.Plan;
import plumbline.standalone.issuer.LocalIssuer;

/** What the alert rules and the dashboard ask for is what the services expose, from their first scrape on, before any event. */
class OpsMetricsIT {
    private static final Path OPS = Path.of("..", "ops");
    private static final Pattern NAME = Pattern.compile("\\b(?:plumbline|jvm|process)_[a-z_]+");
    private static final Pattern SELECTOR = Pattern.compile("(" + NAME.pattern() + ")\\{([^}]+)}");
    private static final Pattern EQUALS = Pattern.compile("([a-z]+)=\"([^\"]+)\"");

    private static Installation installation;
    private static List<String> samples;

    @BeforeAll
    static void scrapeAFreshInstallation(@TempDir Path directory) throws Exception {
        Plan plan = new Plan(
                directory,
                LocalIssuer.in(directory).publicKeys(),
                Optional.of(TestBroker.bootstrap()),
                Plan.Ports.ANY,
                Map.of(KafkaSettings.TOPIC_PREFIX.name(), "ops-"));
        installation = Installation.start(plan);
        samples = Stream.of(installation.ingest(), installation.analytics(), installation.notifier())
                .flatMap(OpsMetricsIT::scrape)
                .toList();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void exposesEveryMetricThatRulesAndDashboardAskFor() throws IOException {
        Set<String> exposed =
                samples.stream().map(sample -> sample.split("[{ ]", 2)[0]).collect(Collectors.toSet());

        assertThat(exposed).containsAll(asked());
        assertThat(asked()).hasSizeGreaterThan(15);
    }

    @Test
    void exposesEveryLabelValueThatTheySelect() throws IOException {
        for (MatchResult selector : SELECTOR.matcher(questions()).results().toList()) {
            for (MatchResult label : EQUALS.matcher(selector.group(2)).results().toList()) {
                assertThat(samples)
                        .anySatisfy(sample -> assertThat(sample)
                                .startsWith(selector.group(1) + "{")
                                .contains(label.group()));
            }
        }
    }

    private static Set<String> asked() throws IOException {
        return NAME.matcher(questions())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String questions() throws IOException {
        return Files.readString(OPS.resolve("prometheus/rules.yml"))
                + Files.readString(OPS.resolve("grafana/dashboards/plumbline.json"))
                        .replace("\\\"", "\"");
    }

    private static Stream<String> scrape(URI service) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(service.resolve("/metrics")).build();
            String body = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
            return body.lines().filter(line -> !line.startsWith("#"));
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError("cannot scrape " + service, failed);
        }
    }
}
