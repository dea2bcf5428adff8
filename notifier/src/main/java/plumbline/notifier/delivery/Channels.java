package plumbline.notifier.delivery;

import java.util.Map;
import java.util.Optional;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.RecipientKind;

/**
 * The channels of an installation.
 *
 * @param webhooks the webhook for each kind of recipient that has one
 * @param mails the same for e-mail
 * @param fhir for care teams
 */
public record Channels(
        Channel log,
        Map<RecipientKind, Channel> webhooks,
        Map<RecipientKind, Channel> mails,
        Optional<Channel> fhir,
        Members members) {
    private static final Channel NONE = notification -> Attempt.of(Outcome.REFUSED);

    public Channels {
        webhooks = Map.copyOf(webhooks);
        mails = Map.copyOf(mails);
    }

    /** The channel of a command; one that was configured away since refuses. */
    Channel of(Notification command) {
        return members.patience(command).orElseGet(() -> switch (command.channel()) {
            case LOG -> log;
            case WEBHOOK -> webhooks.getOrDefault(command.recipientKind(), NONE);
            case EMAIL -> mails.getOrDefault(command.recipientKind(), NONE);
            case FHIR -> command.recipientKind() == RecipientKind.CARE_TEAM ? fhir.orElse(NONE) : NONE;
        });
    }
}
