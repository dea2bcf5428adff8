package plumbline.chassis.auth;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that an issuer publishes at an address. They are fetched at the start, again by the first token after five minutes, and when
 * a token names a key that is not among them; never more often than every ten seconds, and never on the thread that asks. What cannot
 * be fetched leaves the keys as they were.
 */
final class RemoteKeys implements IssuerKeys {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteKeys.class);
    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** One answer of the issuer. */
    private record Published(String text, VerificationKeyResolver keys) {}

    private final Supplier<CompletableFuture<String>> issuer;
    private final InstantSource clock;
    private final Runnable whenChanged;
    private volatile Optional<Published> published = Optional.empty();
    private volatile Instant fetchedAt = Instant.EPOCH;
    private Instant askedAt = Instant.EPOCH;
    private CompletableFuture<Void> asking = CompletableFuture.completedFuture(null);

    RemoteKeys(Supplier<CompletableFuture<String>> issuer, InstantSource clock, Runnable whenChanged) {
        this.issuer = issuer;
        this.clock = clock;
        this.whenChanged = whenChanged;
    }

    /** Fetches the keys, and waits a few seconds for them; an issuer that is away now may come later. */
    static RemoteKeys start(URI address, Runnable whenChanged) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER).build();
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER).build();
        RemoteKeys keys = new RemoteKeys(() -> fetch(client, request), InstantSource.system(), whenChanged);
        keys.ask()
                .copy()
                .completeOnTimeout(null, ANSWER.toSeconds(), TimeUnit.SECONDS)
                .join();
        return keys;
    }

    private static CompletableFuture<String> fetch(HttpClient client, HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.ofString()).thenApply(answer -> {
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("status " + answer.statusCode());
            }
            return answer.body();
        });
    }

    @Override
    public boolean areKnown() {
        return published.isPresent();
    }

    @Override
    public void keepFresh() {
        if (!clock.instant().isBefore(fetchedAt.plus(FRESH))) {
            var unused = ask();
        }
    }

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        try {
            return published
                    .orElseThrow(() -> new UnresolvableKeyException("The issuer's keys are not known yet"))
                    .keys()
                    .resolveKey(signature, nesting);
        } catch (UnresolvableKeyException unknown) {
            var unused = ask();
            throw unknown;
        }
    }

    /** Asks the issuer, unless that was done a moment ago; the future never fails. */
    private synchronized CompletableFuture<Void> ask() {
        Instant now = clock.instant();
        if (asking.isDone() && !now.isBefore(askedAt.plus(PAUSE))) {
            askedAt = now;
            asking = issuer.get().thenAccept(this::take).exceptionally(failure -> {
                LOG.warn("event=issuer-keys-not-fetched cause=\"{}\"", failure.getMessage());
                return null;
            });
        }
        return asking;
    }

    private void take(String text) {
        boolean changed = published.filter(before -> before.text().equals(text)).isEmpty();
        try {
            if (changed) {
                published = Optional.of(new Published(text, IssuerKeys.parse(text)));
                whenChanged.run();
                LOG.info("event=issuer-keys-fetched");
            }
            fetchedAt = clock.instant();
        } catch (JoseException unreadable) {
            throw new IllegalStateException("not a JSON Web Key Set", unreadable);
        }
    }
}
