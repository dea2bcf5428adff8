package plumbline.notifier.delivery;

import plumbline.contract.delivery.Notification;

/** A way to reach somebody. It makes one attempt and says what came of it; it never decides what follows. */
public interface Channel {

    /** Makes one attempt; waits for its end, at most some 20 s. */
    Attempt send(Notification notification);

    /** Names what would hold up everything that goes there, if it hangs: a host and its port. */
    default String endpoint(Notification notification) {
        return notification.channel().code();
    }
}
