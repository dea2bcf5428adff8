package plumbline.notifier.delivery.http;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import plumbline.contract.delivery.Notification;
import plumbline.notifier.delivery.Attempt;
import plumbline.notifier.delivery.Channel;

/** Posts to an endpoint by Standard Webhooks 1.0.0: signed anew for each attempt under the same id. */
public final class WebhookChannel implements Channel {
    private final URI endpoint;
    private final SigningKeys keys;
    private final Outbound http;
    private final InstantSource clock;

    public WebhookChannel(URI endpoint, SigningKeys keys, Outbound http, InstantSource clock) {
        this.endpoint = endpoint;
        this.keys = keys;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public String endpoint(Notification notification) {
        return endpoint.getAuthority();
    }

    @Override
    public Attempt send(Notification notification) {
        byte[] body = WebhookBody.of(notification);
        long timestamp = clock.instant().getEpochSecond();
        Map<String, String> headers = Map.of(
                "webhook-id", notification.id(),
                "webhook-timestamp", Long.toString(timestamp),
                "webhook-signature", keys.sign(notification.id(), timestamp, body));
        return http.post(endpoint, headers, "application/json", body);
    }
}
