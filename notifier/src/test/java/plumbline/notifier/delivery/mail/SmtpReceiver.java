package plumbline.notifier.delivery.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A mail server on a bare socket that answers each verb by a script, hangs up where the answer is empty, falls silent where it is
 * {@code ...}, takes its time where one is set, and records all it heard.
 */
final class SmtpReceiver implements AutoCloseable {
    final List<String> heard = new CopyOnWriteArrayList<>();
    final AtomicBoolean encrypted = new AtomicBoolean();
    private final ServerSocket server;
    private final Map<String, String> script;
    private final Optional<SSLSocketFactory> tls;
    private final long millisBeforeAnswers;
    private final Thread thread = new Thread(this::serve, "smtp-receiver");

    /** Answers 250 to every verb that the script does not name; {@code .} is the end of a message. */
    SmtpReceiver(Map<String, String> script) {
        this(script, Optional.empty(), 0);
    }

    /** With STARTTLS. */
    SmtpReceiver(SSLSocketFactory tls) {
        this(Map.of("EHLO", "250-scripted\r\n250 STARTTLS", "STARTTLS", "220 go on"), Optional.of(tls), 0);
    }

    SmtpReceiver(Map<String, String> script, Optional<SSLSocketFactory> tls, long millisBeforeAnswers) {
        this.script = Map.copyOf(script);
        this.tls = tls;
        this.millisBeforeAnswers = millisBeforeAnswers;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                if (say(socket, script.getOrDefault("", "220 scripted"))) {
                    converse(socket);
                }
            } catch (IOException over) {
                // The client or the test has gone.
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        boolean message = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (message && !line.equals(".")) {
                continue;
            }
            String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            String answer = script.getOrDefault(verb, verb.equals("DATA") ? "354 go on" : "250 fine");
            if (!say(socket, answer)) {
                return;
            }
            message = verb.equals("DATA") && answer.startsWith("354");
            if (verb.equals("STARTTLS") && tls.isPresent()) {
                SSLSocket secured = (SSLSocket) tls.orElseThrow().createSocket(socket, null, socket.getPort(), true);
                secured.setUseClientMode(false);
                encrypted.set(true);
                converse(secured);
                return;
            }
        }
    }

    /** Says a line, in its time; false: that was the end. */
    private boolean say(Socket socket, String line) throws IOException {
        if (line.equals("...")) {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return false;
        }
        if (line.isEmpty()) {
            return false;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millisBeforeAnswers));
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return true;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
