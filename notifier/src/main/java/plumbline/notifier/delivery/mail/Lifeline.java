package plumbline.notifier.delivery.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/** The connection of one attempt, which is cut when that has taken too long: a server may answer each command in time and all too late. */
final class Lifeline extends SocketFactory implements AutoCloseable {
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> end;

    Lifeline(Duration limit) {
        Executor late = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
        this.end = CompletableFuture.runAsync(this::cut, late);
    }

    private void cut() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException closed) {
                // It was over already.
            }
        }
    }

    @Override
    public Socket createSocket() {
        Socket socket = new Socket();
        sockets.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw connected();
    }

    private static UnsupportedOperationException connected() {
        return new UnsupportedOperationException("a socket is connected with a time limit, by whoever asks for it");
    }

    /** The attempt is over. */
    @Override
    public void close() {
        end.cancel(false);
    }
}
