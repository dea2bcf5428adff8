package plumbline.standalone.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import plumbline.contract.json.Json;

/** A care team's endpoint, which asks for patience at the first message about each patient and takes the second; and one that may hang. */
final class Webhook implements AutoCloseable {
    private static final int BACKLOG = 1_000;

    /**
     * One message.
     *
     * @param nanos when it came, of {@link System#nanoTime()}
     * @param commanded what it says of itself
     */
    record Arrival(long nanos, String alert, String commanded) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, List<Arrival>> arrivals = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final boolean hangs;

    Webhook(boolean hangs) throws IOException {
        this.hangs = hangs;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.createContext("/team", this::team);
        server.createContext("/patient", this::patient);
        server.setExecutor(threads);
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<Arrival> about(String patient) {
        return arrivals.getOrDefault(patient, List.of());
    }

    private void team(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        var body = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
        List<Arrival> before = arrivals.computeIfAbsent(
                body.path("data").path("patient").asText(), patient -> new CopyOnWriteArrayList<>());
        before.add(new Arrival(
                now,
                body.path("data").path("alert").asText(),
                body.path("timestamp").asText()));
        exchange.sendResponseHeaders(before.size() == 1 ? 429 : 204, -1);
        exchange.close();
    }

    private void patient(HttpExchange exchange) throws IOException {
        if (hangs) {
            try {
                end.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
