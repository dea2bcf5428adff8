package plumbline.standalone.thread;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody's webhook: records every message and answers as scripted, then 204. */
final class Receiver implements AutoCloseable {

    /** One message as it came. */
    record Message(Map<String, List<String>> headers, String body) {
        String id() {
            return headers.get("Webhook-id").get(0);
        }
    }

    private final HttpServer server;
    private final Queue<Integer> script = new ConcurrentLinkedQueue<>();
    private final List<Message> messages = new CopyOnWriteArrayList<>();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** Answers the next messages with these statuses. */
    void script(Integer... statuses) {
        script.addAll(List.of(statuses));
    }

    /** What came about an alert, in order of arrival. */
    List<Message> about(String alert) {
        return messages.stream()
                .filter(message -> message.body().contains(alert))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        messages.add(new Message(Map.copyOf(exchange.getRequestHeaders()), body));
        Integer status = script.poll();
        exchange.sendResponseHeaders(status == null ? 204 : status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
