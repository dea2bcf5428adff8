package plumbline.notifier.api;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import plumbline.chassis.auth.Caller;
import plumbline.chassis.auth.Scope;
import plumbline.chassis.door.BearerDoor;
import plumbline.notifier.access.AccessKind;
import plumbline.notifier.door.Footprints;

/** Lets programs in, and notes what they see and do. */
public final class Gate {
    private final BearerDoor door;
    private final Footprints footprints;

    public Gate(BearerDoor door, Footprints footprints) {
        this.door = door;
        this.footprints = footprints;
    }

    /**
     * Who comes in.
     *
     * @param subject the id in the address; empty where there is none
     */
    Caller enter(Request request, Response response, Scope needed, AccessKind what, String subject) throws Refusal {
        BearerDoor.Entry entry = door.enter(request, needed);
        if (entry instanceof BearerDoor.Entry.Shut shut) {
            throw new Refusal(shut.problem());
        }
        Caller caller = ((BearerDoor.Entry.Open) entry).caller();
        footprints.follow(request, response, caller, what, subject);
        return caller;
    }
}
