package plumbline.notifier.casefile;

import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.RecipientKind;

/** Somebody, over one channel. */
public record Address(RecipientKind kind, String id, ChannelKind channel) {

    /** For a history: who and how, without a contact. */
    public String words() {
        return (kind == RecipientKind.PATIENT ? "the patient" : "care team " + id) + " by " + channel.code();
    }
}
