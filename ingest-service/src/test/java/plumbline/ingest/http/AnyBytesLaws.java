package plumbline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import plumbline.ingest.http.Served.Answered;

class AnyBytesLaws {
    private static Served served;

    @BeforeContainer
    static void start() {
        served = Served.start();
    }

    @AfterContainer
    static void stop() {
        served.close();
    }

    /** Noise, and good bodies with some of their bytes replaced. */
    @Provide
    Arbitrary<byte[]> bodies() {
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        Arbitrary<byte[]> jsonLike = Arbitraries.strings()
                .withChars("{}[]\",:0123456789eE.-+ \n\\utrfalsn")
                .ofMaxLength(60)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        String good = Served.report("a", "p-1", "\"intensity\":6,\"symptoms\":[\"fever\"],\"load\":{\"left\":1}");
        Arbitrary<byte[]> damaged = Combinators.combine(
                        Arbitraries.of(good, "[" + good + "]", "{\"events\":[" + good + "]}", good + "\n" + good),
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.bytes(),
                        Arbitraries.integers().between(0, 10_000))
                .as((text, place, value, cut) -> {
                    byte[] body = text.getBytes(StandardCharsets.UTF_8);
                    body[place % body.length] = value;
                    return cut > 8_000 ? java.util.Arrays.copyOf(body, cut % body.length) : body;
                });
        return Arbitraries.oneOf(noise, jsonLike, damaged);
    }

    @Provide
    Arbitrary<String> codings() {
        return Arbitraries.of("identity", "gzip", "zstd");
    }

    @Property(tries = 1_500)
    void whateverComesIsAnsweredWithoutAFailureOfOurs(
            @ForAll("bodies") byte[] body, @ForAll boolean lines, @ForAll("codings") String coding) {
        String contentType = lines ? Served.LINES : Served.JSON;
        Answered answer = switch (coding) {
            case "gzip" -> served.post(contentType, Served.gzip(body), "Content-Encoding", coding);
            case "zstd" -> served.post(contentType, Served.zstd(body), "Content-Encoding", coding);
            default -> served.post(contentType, body);
        };

        assertThat(answer.status()).isIn(202, 207, 400, 422);
        if (answer.status() != 400) {
            int accepted = answer.json().path("accepted").asInt();
            int rejected = answer.json().path("rejected").asInt();
            assertThat(answer.json().path("results")).hasSize(rejected);
            assertThat(accepted + rejected).isPositive();
        }
    }

    /** Bodies of foreign dialects with some of their bytes replaced, to where they belong. */
    @Property(tries = 1_000)
    void whateverComesInAForeignDialectIsAnsweredWithoutAFailureOfOurs(
            @ForAll("foreign") Foreign foreign, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] body = foreign.body.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i > 0; i--) {
            body[random.nextInt(body.length)] = random.nextBoolean()
                    ? (byte) random.nextInt()
                    : (byte) "0129ez-+:\"{}[]".charAt(random.nextInt(14));
        }

        Answered answer = served.postLater(foreign.path, foreign.contentType, BodyPublishers.ofByteArray(body))
                .join();

        assertThat(answer.status()).isIn(200, 201, 202, 207, 400, 422);
        assertThat(answer.json().isObject()).isTrue();
    }

    record Foreign(String path, String contentType, String body) {}

    @Provide
    Arbitrary<Foreign> foreign() {
        String event = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/a\",\"type\":\"t\",\"ext\":5,\"data\":"
                + Served.report("a") + "}";
        String observation = FhirTest.observation("o-1", "6");
        String entries = "\"entry\":[{\"resource\":" + observation + "},{\"request\":{\"method\":\"GET\"}}]}";
        return Arbitraries.of(
                new Foreign("/v1/events", "application/cloudevents+json", event),
                new Foreign("/v1/events", "application/cloudevents-batch+json", "[" + event + "," + event + "]"),
                new Foreign("/fhir/r4/Observation", "application/fhir+json", observation),
                new Foreign(
                        "/fhir/r4", "application/json", "{\"resourceType\":\"Bundle\",\"type\":\"batch\"," + entries),
                new Foreign(
                        "/fhir/r4",
                        "application/fhir+json",
                        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\"," + entries));
    }
}
