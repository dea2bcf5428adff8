package plumbline.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import plumbline.chassis.auth.AuthSettings;
import plumbline.chassis.auth.Tokens;
import plumbline.chassis.http.OpenApi;
import plumbline.chassis.http.OpenApi.Example;
import plumbline.chassis.http.OpenApi.Operation;
import plumbline.ingest.http.Served.Answered;

/**
 * Makes the service give the answer that an example of its document shows: by the example's request, or by the fault that it is named
 * after.
 */
final class Provoked implements AutoCloseable {
    private static final String BEARER = "Authorization";
    private static final int MIB = 1024 * 1024;

    private static final Bounds TINY = new Bounds(32 * MIB, 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final Tokens issuer;
    private final OpenApi api;
    private final String token;
    private final Served calm;

    Provoked(Path directory, OpenApi api) {
        this.issuer = new Tokens(directory);
        this.api = api;
        this.token = issuer.ofPatient("*", "events:write patients:write");
        this.calm = new Served(Served.BOUNDS, issuer.settings());
    }

    /** The answer to a request's example, from a service that has seen nothing before. */
    Answered answer(Example request) {
        return at(Served.BOUNDS, issuer.settings(), served -> send(served, request, BEARER, "Bearer " + token));
    }

    /** The answer that an example of an answer shows. */
    Answered answer(Operation operation, String name) {
        Optional<Example> request = api.requests().stream()
                .filter(example ->
                        example.operation().equals(operation) && example.name().equals(name))
                .findFirst();
        return request.map(this::answer).orElseGet(() -> fault(operation, name));
    }

    private Answered fault(Operation operation, String name) {
        return switch (name) {
            case "unauthorized" -> send(calm, operation);
            case "insufficient-scope" -> withToken(operation, issuer.ofPatient("*", "alerts:read"));
            case "issuer-unknown" ->
                at(
                        Served.BOUNDS,
                        Tokens.settings("https://127.0.0.1:1/"),
                        served -> send(served, operation, BEARER, "Bearer " + token));
            case "method-not-allowed" -> calm.requestBytes("PATCH", path(operation), new byte[0]);
            case "alive", "ready" -> send(calm, operation);
            case "refused" -> send(calm, operation, "X-Long", "x".repeat(9_000));
            case "not-ready" -> away(served -> send(served, operation));
            default -> faultOfBody(operation, name);
        };
    }

    private Answered faultOfBody(Operation operation, String name) {
        return switch (name) {
            case "unsupported-media-type" -> sent(operation, "text/plain", bytes("{}"));
            case "unsupported-encoding" -> sent(operation, type(operation), bytes("{}"), "Content-Encoding", "br");
            case "malformed-body" -> sent(operation, type(operation), bytes("{"));
            case "empty-body" -> sent(operation, type(operation), bytes(""));
            case "empty-batch" -> sent(operation, type(operation), bytes("[]"));
            case "not-events" -> sent(operation, type(operation), bytes("{\"resourceType\":\"Patient\"}"));
            case "malformed-gzip" -> sent(operation, type(operation), bytes("{}"), "Content-Encoding", "gzip");
            case "malformed-zstd" -> sent(operation, type(operation), bytes("{}"), "Content-Encoding", "zstd");
            case "body-too-large" ->
                sent(operation, type(operation), Served.gzip(bytes(" ".repeat(33 * MIB))), "Content-Encoding", "gzip");
            case "too-many-events" -> sent(operation, type(operation), bytes(tooMany(operation)));
            case "overloaded" ->
                at(TINY, issuer.settings(), served -> send(served, first(operation), BEARER, "Bearer " + token));
            case "not-stored" -> away(served -> send(served, operation, BEARER, "Bearer " + token));
            default -> faultOfPatient(operation, name);
        };
    }

    private Answered faultOfPatient(Operation operation, String name) {
        return switch (name) {
            case "not-found" -> withToken(operation, token);
            case "patient-not-allowed" -> withToken(operation, issuer.ofPatient("p-2", "patients:write"));
            case "invalid-id" ->
                calm.requestBytes(
                        operation.method(),
                        path(operation).replace("p-1042", "!"),
                        bytes(""),
                        BEARER,
                        "Bearer " + token);
            case "malformed-json" -> sent(operation, type(operation), bytes("{"));
            case "invalid-entry" -> sent(operation, type(operation), bytes("{\"timeZone\":\"CEST\"}"));
            case "replaced", "read" -> after("PUT", operation);
            case "erasing" -> after("DELETE", operation);
            case "erasure-pending" -> after("DELETE", operation);
            case "erasure" ->
                at(Served.BOUNDS, issuer.settings(), served -> send(served, operation, BEARER, "Bearer " + token));
            default -> throw new AssertionError("nothing provokes " + name + " of " + operation);
        };
    }

    /** The answer to an operation on a patient after another one on the same. */
    private Answered after(String method, Operation operation) {
        return at(Served.BOUNDS, issuer.settings(), served -> {
            send(served, api.operation(method, "/v1/patients/{id}"), BEARER, "Bearer " + token);
            return send(served, operation, BEARER, "Bearer " + token);
        });
    }

    private static String tooMany(Operation operation) {
        return operation.path().startsWith("/fhir")
                ? "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{}" + ",{}".repeat(100_000) + "]}"
                : "[1" + ",1".repeat(100_000) + "]";
    }

    private Answered withToken(Operation operation, String other) {
        return send(calm, operation, BEARER, "Bearer " + other);
    }

    private Answered sent(Operation operation, String contentType, byte[] body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 4);
        all[headers.length] = BEARER;
        all[headers.length + 1] = "Bearer " + token;
        all[headers.length + 2] = "Content-Type";
        all[headers.length + 3] = contentType;
        return calm.requestBytes(operation.method(), path(operation), body, all);
    }

    private Answered away(Function<Served, Answered> use) {
        return at(Served.BOUNDS, issuer.settings(), served -> {
            served.log.goAway();
            served.profiles.become(FakeProfiles.Mood.AWAY);
            return use.apply(served);
        });
    }

    private static Answered at(Bounds bounds, AuthSettings auth, Function<Served, Answered> use) {
        try (Served served = new Served(bounds, auth)) {
            return use.apply(served);
        }
    }

    private Answered send(Served served, Operation operation, String... headers) {
        return operation.node().has("requestBody")
                ? send(served, first(operation), headers)
                : served.requestBytes(operation.method(), path(operation), new byte[0], headers);
    }

    private static Answered send(Served served, Example request, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = request.mediaType();
        return served.requestBytes(request.operation().method(), path(request.operation()), bytes(request.text()), all);
    }

    private Example first(Operation operation) {
        return api.requests().stream()
                .filter(example -> example.operation().equals(operation))
                .findFirst()
                .orElseThrow();
    }

    private String type(Operation operation) {
        return first(operation).mediaType();
    }

    /** The operation's path, with the examples of its parameters filled in. */
    static String path(Operation operation) {
        String path = operation.path();
        for (JsonNode parameter : operation.node().path("parameters")) {
            path = path.replace(
                    "{" + parameter.path("name").asText() + "}",
                    parameter.path("example").asText());
        }
        return path;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        calm.close();
    }
}
