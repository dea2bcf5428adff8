package plumbline.notifier.delivery.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver on a bare socket that follows a script byte by byte: it can hang, drip and reset as no HTTP server would. */
public final class Receiver implements AutoCloseable {

    /** What it does with a connection once the request has been read. */
    public interface Script {
        void answer(Socket socket) throws IOException, InterruptedException;
    }

    public final List<String> requests = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final Script script;
    private final Thread thread = new Thread(this::serve, "receiver");

    private Receiver(Script script) throws IOException {
        this.script = script;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    public static Receiver that(Script script) {
        try {
            Receiver receiver = new Receiver(script);
            receiver.thread.setDaemon(true);
            receiver.thread.start();
            return receiver;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static Receiver answering(String head, String body) {
        return that(socket -> write(
                socket,
                "HTTP/1.1 " + head + "\r\ncontent-length: " + body.length() + "\r\nconnection: close\r\n\r\n" + body));
    }

    public static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook");
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread conversation = new Thread(() -> converse(socket), "receiver-conversation");
                conversation.setDaemon(true);
                conversation.start();
            } catch (IOException over) {
                // The test has gone.
            }
        }
    }

    private void converse(Socket accepted) {
        try (Socket socket = accepted) {
            String request = read(socket.getInputStream());
            if (!request.isEmpty()) {
                requests.add(request);
                script.answer(socket);
            }
        } catch (IOException | InterruptedException over) {
            // The client has gone.
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int length = -1;
        int head = -1;
        while (head < 0 || bytes.size() < head + length) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            bytes.write(next);
            String text = bytes.toString(StandardCharsets.UTF_8);
            if (head < 0 && text.endsWith("\r\n\r\n")) {
                head = bytes.size();
                String marker = "content-length: ";
                int at = text.toLowerCase(Locale.ROOT).indexOf(marker);
                length = Integer.parseInt(text.substring(at + marker.length(), text.indexOf("\r\n", at)));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        thread.interrupt();
    }
}
