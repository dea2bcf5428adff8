package plumbline.standalone.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** An ingest service that answers from a script, and takes everything once the script has ended; remembers what it was sent. */
final class ScriptedIngest implements AutoCloseable {
    private record Answer(int status, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final Deque<Answer> script = new ArrayDeque<>();
    private final Deque<Answer> ofDirectory = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();

    ScriptedIngest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/events", exchange -> answer(exchange, script, 202));
        server.createContext("/v1/patients/", exchange -> answer(exchange, ofDirectory, 201));
        server.start();
    }

    ScriptedIngest then(int status, String body) {
        script.add(new Answer(status, Map.of(), body));
        return this;
    }

    /** What the directory answers next. */
    ScriptedIngest thenDirectory(int status, String body) {
        ofDirectory.add(new Answer(status, Map.of("Retry-After", "0"), body));
        return this;
    }

    ScriptedIngest thenBusy(int status, String retryAfter) {
        script.add(new Answer(status, Map.of("Retry-After", retryAfter), "{\"detail\":\"busy\"}"));
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<String> bodies() {
        return bodies;
    }

    /** The method and the path of each request. */
    List<String> requests() {
        return requests;
    }

    List<String> tokens() {
        return tokens;
    }

    private void answer(HttpExchange exchange, Deque<Answer> answers, int usual) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        Answer answer = answers.isEmpty() ? new Answer(usual, Map.of(), "{}") : answers.poll();
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
