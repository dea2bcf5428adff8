package plumbline.notifier.delivery.http;

import java.net.URI;
import java.util.Optional;
import plumbline.contract.delivery.Notification;
import plumbline.contract.team.Endpoint;
import plumbline.notifier.delivery.Members;

/**
 * The webhook that a message goes to.
 *
 * @param keys that sign it
 */
record Target(URI uri, SigningKeys keys) {

    /**
     * A member's own webhook, signed with its own keys or else with the installation's.
     *
     * @return nothing where the directory has none, or nothing signs it
     */
    static Optional<Target> ofMember(Members members, Notification message, Optional<SigningKeys> usual) {
        return members.endpoint(message)
                .flatMap(endpoint -> keys(endpoint)
                        .or(() -> usual)
                        .flatMap(signing ->
                                endpoint.address().map(address -> new Target(URI.create(address), signing))));
    }

    private static Optional<SigningKeys> keys(Endpoint endpoint) {
        return endpoint.keys().isEmpty()
                ? Optional.empty()
                : Optional.of(SigningKeys.parse(String.join(",", endpoint.keys())));
    }
}
