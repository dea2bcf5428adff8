package plumbline.ingest.http;

import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/** Reads a request's body as it arrives; no thread waits for it. */
final class BodyReader implements Invocable.Task {

    /** Learns how the reading ended, once. */
    interface Reader {
        void whole(Body body);

        void excess(Body.Excess excess);

        void broken(Throwable failure);
    }

    private final Request request;
    private final Body body;
    private final Reader reader;

    BodyReader(Request request, Body body, Reader reader) {
        this.request = request;
        this.body = body;
        this.reader = reader;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** Reads what is there, and asks to be called again when there is more. */
    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                reader.broken(chunk.getFailure());
                return;
            }
            Optional<Body.Excess> excess = body.add(chunk.getByteBuffer());
            boolean last = chunk.isLast();
            chunk.release();
            if (excess.isPresent()) {
                reader.excess(excess.get());
                return;
            }
            if (last) {
                reader.whole(body);
                return;
            }
        }
    }
}
