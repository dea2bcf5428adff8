package plumbline.standalone.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import plumbline.contract.json.Json;
import plumbline.standalone.recording.History.Receipt;

/** Somebody's webhook: writes down every message and answers as a script has it. What no sender should do is remembered. */
final class Receiver implements AutoCloseable {
    static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final int SILENCE = 0;

    /** What is answered to a message, perhaps after a while; {@link #SILENCE}: nothing, for the sender is dead. */
    interface Script {
        int answer(String patient, String id, int arrival) throws InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Script script;
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();

    private Receiver(HttpServer server, Script script) {
        this.server = server;
        this.script = script;
    }

    static Receiver start(Script script) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Receiver receiver = new Receiver(server, script);
            server.setExecutor(receiver.threads);
            server.createContext("/", receiver::take);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    synchronized List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    synchronized List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Instant at = Instant.now();
            check(exchange, body);
            JsonNode data = Json.mapper().readTree(body).path("data");
            String id = data.path("id").asText();
            int index = note(new Receipt(id, at, SILENCE));
            int status = script.answer(data.path("patient").asText(), id, arrivals(id));
            if (status != SILENCE) {
                if (status == 429) {
                    exchange.getResponseHeaders().add("Retry-After", "1");
                }
                exchange.sendResponseHeaders(status, -1);
                answered(index, status);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(HttpExchange exchange, String body) {
        try {
            new Webhook(KEY).verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
        } catch (Exception forged) {
            wonder("a message that is not signed: " + forged.getMessage());
        }
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        if (!call.equals("POST /hook")) {
            wonder(call);
        }
    }

    private synchronized void wonder(String what) {
        unexpected.add(what);
    }

    private synchronized int note(Receipt receipt) {
        receipts.add(receipt);
        return receipts.size() - 1;
    }

    private synchronized void answered(int index, int status) {
        Receipt receipt = receipts.get(index);
        receipts.set(index, new Receipt(receipt.id(), receipt.at(), status));
    }

    private synchronized int arrivals(String id) {
        return (int)
                receipts.stream().filter(receipt -> receipt.id().equals(id)).count();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
