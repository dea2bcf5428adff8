package plumbline.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import plumbline.contract.json.Json;

/** Somebody's webhook on this machine. Its first message about an emergency it fails three times, and then takes, so that retries
 * can be seen. */
final class DemoReceiver implements AutoCloseable {
    private static final int FAILURES = 3;
    private static final int BROKEN = 500;
    private static final int TAKEN = 204;
    private static final int KEY_BYTES = 32;

    private final HttpServer server;
    private final Consumer<String> tell;
    private final String key;
    private final List<String> attempts = new ArrayList<>();

    private DemoReceiver(HttpServer server, Consumer<String> tell) {
        this.server = server;
        this.tell = tell;
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.key = "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    /** Opens it on any free port of this machine. */
    static DemoReceiver start(Consumer<String> tell) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            DemoReceiver receiver = new DemoReceiver(server, tell);
            server.createContext("/", receiver::answer);
            server.start();
            return receiver;
        } catch (IOException unable) {
            throw new UncheckedIOException("the demo's webhook cannot be opened", unable);
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/nora";
    }

    /** That signs what comes here. */
    String key() {
        return key;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = Json.mapper().readTree(exchange.getRequestBody());
            String id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
            boolean emergency = body.path("data").path("severity").asText().equals("emergency");
            exchange.sendResponseHeaders(emergency ? statusOf(id) : TAKEN, -1);
        }
    }

    private synchronized int statusOf(String id) {
        if (!attempts.isEmpty() && !attempts.contains(id)) {
            return TAKEN;
        }
        attempts.add(id);
        if (attempts.size() <= FAILURES) {
            return BROKEN;
        }
        if (attempts.size() == FAILURES + 1) {
            tell.accept("nora's webhook failed 3 times and then took it: one message, under the one id " + id);
        }
        return TAKEN;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
