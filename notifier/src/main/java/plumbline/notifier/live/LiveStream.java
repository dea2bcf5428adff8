package plumbline.notifier.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/** One open stream: writes the news, one write at a time. */
final class LiveStream extends IteratingCallback {
    private static final String HELLO = "retry: 2000\n: plumbline\n\n";
    private static final String ALIVE = ":\n\n";

    private final Response response;
    private final Supplier<Optional<String>> news;
    private final AtomicInteger beatsLeft;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile Callback done = Callback.NOOP;

    LiveStream(Response response, Supplier<Optional<String>> news, int beatsOfLife) {
        this.response = response;
        this.news = news;
        this.beatsLeft = new AtomicInteger(beatsOfLife);
    }

    void run(Callback whenOver) {
        done = whenOver;
        response.write(false, bytes(HELLO), Callback.from(this::iterate, this::abort));
    }

    void beat() {
        if (beatsLeft.decrementAndGet() <= 0) {
            end();
        } else {
            due.set(true);
            iterate();
        }
    }

    void end() {
        ended.set(true);
        iterate();
    }

    @Override
    protected Action process() {
        if (ended.get()) {
            return Action.SUCCEEDED;
        }
        Optional<String> text = news.get().or(() -> due.get() ? Optional.of(ALIVE) : Optional.empty());
        due.set(false);
        if (text.isEmpty()) {
            return Action.IDLE;
        }
        response.write(false, bytes(text.get()), this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onSuccess() {
        // A piece was written; the next one is pulled by process().
    }

    @Override
    protected void onCompleteSuccess() {
        response.write(true, ByteBuffer.allocate(0), done);
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        done.failed(cause);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
