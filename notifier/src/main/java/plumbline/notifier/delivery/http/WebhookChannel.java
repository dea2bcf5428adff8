package plumbline.notifier.delivery.http;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.notifier.delivery.Attempt;
import plumbline.notifier.delivery.Channel;
import plumbline.notifier.delivery.Members;

/** Posts to an endpoint by Standard Webhooks 1.0.0: signed anew for each attempt under the same id. */
public final class WebhookChannel implements Channel {
    private final Optional<URI> usual;
    private final Optional<SigningKeys> keys;
    private final Members members;
    private final Outbound http;
    private final InstantSource clock;

    /**
     * Wires.
     *
     * @param usual the webhook of whoever has no own
     * @param keys that sign what goes to it, and to those who bring none
     */
    public WebhookChannel(
            Optional<URI> usual, Optional<SigningKeys> keys, Members members, Outbound http, InstantSource clock) {
        this.usual = usual;
        this.keys = keys;
        this.members = members;
        this.http = http;
        this.clock = clock;
    }

    private Optional<Target> target(Notification notification) {
        return Members.isMember(notification)
                ? Target.ofMember(members, notification, keys)
                : usual.flatMap(uri -> keys.map(signing -> new Target(uri, signing)));
    }

    @Override
    public String endpoint(Notification notification) {
        return target(notification).map(target -> target.uri().getAuthority()).orElse("webhook");
    }

    @Override
    public Attempt send(Notification notification) {
        return target(notification)
                .map(target -> send(notification, target))
                .orElseGet(() -> Attempt.of(Outcome.REFUSED));
    }

    private Attempt send(Notification notification, Target target) {
        byte[] body = WebhookBody.of(notification);
        long timestamp = clock.instant().getEpochSecond();
        Map<String, String> headers = Map.of(
                "webhook-id", notification.id(),
                "webhook-timestamp", Long.toString(timestamp),
                "webhook-signature", target.keys().sign(notification.id(), timestamp, body));
        return http.post(target.uri(), headers, "application/json", body);
    }
}
