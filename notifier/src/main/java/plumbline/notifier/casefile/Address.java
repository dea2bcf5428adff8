package plumbline.notifier.casefile;

import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.RecipientKind;

/**
 * Somebody, over one channel.
 *
 * @param id of the patient, or of a care team, with its member behind a slash where it is one of them
 */
public record Address(RecipientKind kind, String id, ChannelKind channel) {

    /** For a history: who and how, without a contact. */
    public String words() {
        return (kind == RecipientKind.PATIENT ? "the patient" : "care team " + id) + " by " + channel.code();
    }
}
