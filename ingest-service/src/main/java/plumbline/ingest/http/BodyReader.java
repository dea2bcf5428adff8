package plumbline.ingest.http;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import plumbline.chassis.http.Problem;

/**
 * Reads a request's body as it arrives; no thread waits for it. Once the body is long, reading goes on off the threads that serve the
 * network, because long bodies are decoded while they arrive.
 */
final class BodyReader implements Invocable.Task {

    /** Learns how the reading ended, once. */
    interface Reader {
        void whole(Body body);

        void refused(Problem problem);

        void broken(Throwable failure);

        void mistaken(Throwable mistake);
    }

    private final Request request;
    private final Body body;
    private final Reader reader;
    private volatile boolean isLong;

    BodyReader(Request request, Body body, Reader reader) {
        this.request = request;
        this.body = body;
        this.reader = reader;
    }

    @Override
    public InvocationType getInvocationType() {
        return isLong ? InvocationType.BLOCKING : InvocationType.NON_BLOCKING;
    }

    /** Reads what is there, and asks to be called again when there is more. */
    @Override
    public void run() {
        try {
            while (read()) {
                if (!isLong && body.total() > Body.SHORT / 2) {
                    isLong = true;
                    Executor others = request.getComponents().getExecutor();
                    others.execute(this);
                    return;
                }
            }
        } catch (RuntimeException | Error mistake) {
            reader.mistaken(mistake);
        }
    }

    /** Reads one chunk; whether to go on at once. */
    private boolean read() {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
            request.demand(this);
            return false;
        }
        if (Content.Chunk.isFailure(chunk)) {
            reader.broken(chunk.getFailure());
            return false;
        }
        Optional<Problem> problem;
        boolean last = chunk.isLast();
        try {
            problem = body.add(chunk.getByteBuffer());
        } finally {
            chunk.release();
        }
        problem.ifPresent(reader::refused);
        if (problem.isEmpty() && last) {
            reader.whole(body);
        }
        return problem.isEmpty() && !last;
    }
}
