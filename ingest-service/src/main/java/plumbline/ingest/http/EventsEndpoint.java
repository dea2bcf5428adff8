package plumbline.ingest.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import plumbline.chassis.auth.Caller;
import plumbline.chassis.auth.Scope;
import plumbline.chassis.auth.TokenVerifier;
import plumbline.chassis.door.BearerDoor;
import plumbline.chassis.http.Endpoint;
import plumbline.ingest.intake.Dialect;
import plumbline.ingest.publish.EventLog;

/** Every way in for events: lets in who may send what can be read there, and leaves the rest to its {@link Upload}. Never waits. */
public final class EventsEndpoint {
    private final BearerDoor bearers;
    private final EventLog log;
    private final InstantSource clock;
    private final Bounds bounds;
    private final InFlight inFlight;
    private final IngestMeters meters;

    public EventsEndpoint(
            TokenVerifier tokens, EventLog log, InstantSource clock, Bounds bounds, MeterRegistry registry) {
        this.bearers = new BearerDoor(tokens);
        this.log = log;
        this.clock = clock;
        this.bounds = bounds;
        this.inFlight = new InFlight(bounds);
        this.meters = new IngestMeters(registry, inFlight);
    }

    EventLog log() {
        return log;
    }

    InstantSource clock() {
        return clock;
    }

    Bounds bounds() {
        return bounds;
    }

    IngestMeters meters() {
        return meters;
    }

    /** What answers at one way in. */
    Endpoint at(Door door) {
        return (request, response, callback, path) -> answer(new Exchange(request, response, callback), door);
    }

    private void answer(Exchange exchange, Door door) {
        Request request = exchange.request();
        Reply reply = new Reply(exchange, door, inFlight.share(), meters::answered);
        BearerDoor.Entry entry = bearers.enter(request, Scope.EVENTS_WRITE);
        if (entry instanceof BearerDoor.Entry.Shut shut) {
            reply.refuse(shut.problem());
        } else if (entry instanceof BearerDoor.Entry.Open open) {
            admit(request, door, reply, open.caller());
        }
    }

    private void admit(Request request, Door door, Reply reply, Caller caller) {
        Optional<Dialect> dialect = door.dialect(request);
        Optional<Packing> packing = Headers.packing(request);
        if (dialect.isEmpty()) {
            reply.refuse(Headers.unsupportedFormat(door.formats()), "Accept-Post", door.formats());
        } else if (packing.isEmpty()) {
            reply.refuse(Headers.unsupportedEncoding(), HttpHeader.ACCEPT_ENCODING.asString(), Headers.ENCODINGS);
        } else if (request.getLength() > bounds.bodyBytes()) {
            reply.refuse(Reply.tooLarge(bounds));
        } else if (!log.isReachable()) {
            reply.refuse(Reply.notStored());
        } else {
            Terms terms = new Terms(caller, dialect.get(), packing.get(), Headers.isVerbose(request));
            Storing storing = new Storing(this, request.getComponents(), terms, reply);
            new Upload(request, terms, bounds, reply, storing).begin();
        }
    }
}
