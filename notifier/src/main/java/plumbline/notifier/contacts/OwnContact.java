package plumbline.notifier.contacts;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import plumbline.contract.delivery.Notification;
import plumbline.contract.patient.Contact;
import plumbline.notifier.delivery.Attempt;
import plumbline.notifier.delivery.Channel;

/** Writes to a patient at their own address; where the directory has none for this channel, by the installation's. */
public final class OwnContact implements Channel {
    private static final Channel NOT_YET = notification -> Attempt.deferred(Duration.ofSeconds(5));

    private final Contacts contacts;
    private final Function<Contact, Optional<Channel>> own;
    private final Channel usual;

    /**
     * Wires.
     *
     * @param own the channel to a contact, if it has an address for it
     * @param usual where the messages of all others go
     */
    public OwnContact(Contacts contacts, Function<Contact, Optional<Channel>> own, Channel usual) {
        this.contacts = contacts;
        this.own = own;
        this.usual = usual;
    }

    private Channel to(String patient) {
        return contacts.find(patient).flatMap(own).orElseGet(() -> contacts.isComplete() ? usual : NOT_YET);
    }

    @Override
    public Attempt send(Notification notification) {
        return to(notification.patient()).send(notification);
    }

    @Override
    public String endpoint(Notification notification) {
        return to(notification.patient()).endpoint(notification);
    }
}
