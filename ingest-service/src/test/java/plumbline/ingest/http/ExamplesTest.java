package plumbline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import plumbline.chassis.http.OpenApi;
import plumbline.ingest.http.Served.Answered;

/** Every example of the OpenAPI document, replayed against the server. */
class ExamplesTest {
    /** What has no example: a body that takes half a minute, a directory with 16 MiB under way, and answers that are no JSON or are the document itself. */
    private static final Set<String> WITHOUT =
            Set.of("408", "/v1/patients/{id} 429", "/openapi.json 200", "/metrics 200");

    @TempDir
    static Path directory;

    private static OpenApi api;
    private static Provoked provoked;

    @BeforeAll
    static void start() {
        try (Served served = Served.start()) {
            api = new OpenApi(served.get("/openapi.json").text());
        }
        provoked = new Provoked(directory, api);
    }

    @AfterAll
    static void stop() {
        provoked.close();
    }

    @TestFactory
    Stream<DynamicTest> answersEachRequestAsTheDocumentSays() {
        return api.requests().stream()
                .map(request -> DynamicTest.dynamicTest(request.toString(), () -> {
                    Answered answer = provoked.answer(request);

                    assertThat(answer.status()).isNotIn(400, 401, 403);
                    api.assertDescribes(
                            request.operation(), answer.status(), answer.header("content-type"), answer.text());
                    assertThat(api.answers())
                            .as("%s answers %s", answer.status(), answer.text())
                            .anyMatch(example -> example.operation().equals(request.operation())
                                    && example.status() == answer.status()
                                    && example.name().equals(request.name()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> givesEachAnswerThatTheDocumentShows() {
        return api.answers().stream()
                .map(example -> DynamicTest.dynamicTest(example.toString(), () -> {
                    Answered answer = provoked.answer(example.operation(), example.name());

                    assertThat(answer.json()).isEqualTo(example.value());
                    api.assertDescribes(
                            example.operation(), answer.status(), answer.header("content-type"), answer.text());
                }));
    }

    @Test
    void showsAnExampleOfEveryAnswerThatCanBeProvokedAtOnce() {
        assertThat(api.operations())
                .allSatisfy(operation -> operation
                        .node()
                        .path("responses")
                        .fieldNames()
                        .forEachRemaining(status -> assertThat(api.answers())
                                .as("%s %s", operation, status)
                                .anyMatch(example -> example.operation().equals(operation)
                                                && Integer.toString(example.status())
                                                        .equals(status.replace('X', '0'))
                                        || WITHOUT.contains(status)
                                        || WITHOUT.contains(operation.path() + " " + status))));
    }
}
