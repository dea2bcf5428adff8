package plumbline.notifier.delivery;

import java.util.Map;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.RecipientKind;

/**
 * The channels of an installation.
 *
 * @param webhooks the webhook for each kind of recipient that has one
 * @param mails the same for e-mail
 */
public record Channels(Channel log, Map<RecipientKind, Channel> webhooks, Map<RecipientKind, Channel> mails) {
    private static final Channel NONE = notification -> Attempt.of(Outcome.REFUSED);

    public Channels {
        webhooks = Map.copyOf(webhooks);
        mails = Map.copyOf(mails);
    }

    /** The channel of a command; one that was configured away since refuses. */
    Channel of(Notification command) {
        return switch (command.channel()) {
            case LOG -> log;
            case WEBHOOK -> webhooks.getOrDefault(command.recipientKind(), NONE);
            case EMAIL -> mails.getOrDefault(command.recipientKind(), NONE);
        };
    }
}
