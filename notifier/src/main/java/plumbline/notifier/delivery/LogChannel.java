package plumbline.notifier.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;

/** Writes to the log that somebody is to be told; the words only at DEBUG. */
public final class LogChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(LogChannel.class);

    @Override
    public Attempt send(Notification notification) {
        LOG.info(
                "event=notification delivery={} alert={} to={} reason={} lane={}",
                notification.id(),
                notification.alert(),
                notification.recipientKind().code(),
                notification.reason().code(),
                notification.lane().code());
        LOG.debug("event=notification delivery={} text=\"{}\"", notification.id(), notification.text());
        return Attempt.of(Outcome.DELIVERED);
    }
}
