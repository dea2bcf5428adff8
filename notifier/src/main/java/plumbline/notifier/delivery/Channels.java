package plumbline.notifier.delivery;

import java.util.Map;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.RecipientKind;

/**
 * The channels of an installation.
 *
 * @param webhooks the webhook for each kind of recipient that has one
 */
public record Channels(Channel log, Map<RecipientKind, Channel> webhooks) {
    public Channels {
        webhooks = Map.copyOf(webhooks);
    }

    /** The channel of a command; one that was configured away since refuses. */
    Channel of(Notification command) {
        if (command.channel() == ChannelKind.LOG) {
            return log;
        }
        return webhooks.getOrDefault(command.recipientKind(), notification -> Attempt.of(Outcome.REFUSED));
    }
}
