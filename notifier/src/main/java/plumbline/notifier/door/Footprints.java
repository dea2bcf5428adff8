package plumbline.notifier.door;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import plumbline.chassis.auth.Caller;
import plumbline.notifier.access.AccessKind;
import plumbline.notifier.access.AccessLog;

/** Notes who was let in and how they were answered. */
public final class Footprints {
    private static final int OK = 200;

    private final AccessLog log;

    public Footprints(AccessLog log) {
        this.log = log;
    }

    /** Notes it once the request is answered; a stream, which is answered for long, when it opens. */
    public void follow(Request request, Response response, Caller who, AccessKind what, String subject) {
        if (what == AccessKind.STREAM_OPENED) {
            log.note(who, what, subject, OK);
        } else {
            Request.addCompletionListener(request, failure -> log.note(who, what, subject, response.getStatus()));
        }
    }
}
