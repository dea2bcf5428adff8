package plumbline.notifier.live;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import plumbline.chassis.http.Problem;

/**
 * The open streams of server-sent events. A stream holds no queue: when it is woken and its last write is done, it pulls what is new.
 * At most 500 are open; each is kept alive by a comment and ends after a while, so that whoever comes back proves again who they are.
 * To be closed before the HTTP server, which waits for what is open.
 */
public final class LiveStreams implements AutoCloseable {
    private static final int MOST = 500;
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "live-streams"));
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private final int beatsOfLife;
    private volatile boolean closed;

    private LiveStreams(Duration keepAlive, Duration life) {
        this.beatsOfLife = (int) Math.max(1, life.dividedBy(keepAlive));
    }

    /**
     * Starts the beat.
     *
     * @param keepAlive the time between comments; shorter than any idle timeout on the way
     * @param life how long a stream stays open
     */
    public static LiveStreams start(Duration keepAlive, Duration life) {
        LiveStreams streams = new LiveStreams(keepAlive, life);
        var unused = streams.beat.scheduleAtFixedRate(
                () -> streams.open.forEach(LiveStream::beat),
                keepAlive.toMillis(),
                keepAlive.toMillis(),
                TimeUnit.MILLISECONDS);
        return streams;
    }

    /**
     * Answers with a stream.
     *
     * @param news what is new since it was asked last, as complete events; asked by one thread at a time, must not wait
     */
    public void open(Request request, Response response, Callback callback, Supplier<Optional<String>> news) {
        if (closed || open.size() >= MOST) {
            Problem.of(HttpStatus.SERVICE_UNAVAILABLE_503, "too-many-streams", "Come back in a moment")
                    .retryAfter(RETRY)
                    .send(request, response, callback);
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        LiveStream stream = new LiveStream(response, news, beatsOfLife);
        open.add(stream);
        stream.run(Callback.from(callback, () -> open.remove(stream)));
        if (closed) {
            stream.end();
        }
    }

    /** Lets every stream look for news. */
    public void wake() {
        open.forEach(LiveStream::iterate);
    }

    @Override
    public void close() {
        closed = true;
        beat.shutdownNow();
        open.forEach(LiveStream::end);
    }
}
