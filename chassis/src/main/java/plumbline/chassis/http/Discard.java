package plumbline.chassis.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Reads on after a refusal and throws away what comes, up to a bound: many clients read the answer only once they have sent all, and
 * a connection that is closed on unread bytes is reset before the answer is read.
 */
public final class Discard implements Invocable.Task {
    private static final long MOST = 64L * 1024 * 1024;

    private final Request request;
    private final Callback callback;
    private long discarded;

    private Discard(Request request, Callback callback) {
        this.request = request;
        this.callback = callback;
    }

    /** What an answer completes so that the rest of the request is read before the exchange ends. */
    public static Callback before(Request request, Callback callback) {
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            return callback;
        }
        return Callback.from(callback.getInvocationType(), new Discard(request, callback), callback::failed);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public void run() {
        while (discarded < MOST) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                break;
            }
            discarded += chunk.remaining();
            boolean last = chunk.isLast();
            chunk.release();
            if (last) {
                break;
            }
        }
        callback.succeeded();
    }
}
