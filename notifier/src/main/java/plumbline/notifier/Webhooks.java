package plumbline.notifier;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The webhook endpoints of an installation without a directory of teams and patients.
 *
 * @param careTeam where alerts go
 * @param patients where messages to patients go
 * @param secrets the signing keys ({@code whsec_...}), the current one first, the one that is leaving after it
 * @param allowPrivate whether plain HTTP and private addresses are allowed
 */
public record Webhooks(Optional<URI> careTeam, Optional<URI> patients, List<String> secrets, boolean allowPrivate) {
    /** No webhook: the log and the inbox are all there is. */
    public static final Webhooks NONE = new Webhooks(Optional.empty(), Optional.empty(), List.of(), false);

    public Webhooks {
        secrets = List.copyOf(secrets);
    }
}
