package plumbline.chassis.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.Test;

class RemoteKeysTest {
    private final List<CompletableFuture<String>> asked = new ArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private final RemoteKeys keys = new RemoteKeys(this::ask, () -> now, changes::incrementAndGet);

    private CompletableFuture<String> ask() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        asked.add(answer);
        return answer;
    }

    private static String published(String... ids) throws Exception {
        List<JsonWebKey> published = new ArrayList<>();
        for (String id : ids) {
            JsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            published.add(key);
        }
        return new JsonWebKeySet(published).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static JsonWebSignature signedWith(String id) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setKeyIdHeaderValue(id);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        return signature;
    }

    private void answer(String text) {
        asked.get(asked.size() - 1).complete(text);
    }

    private void assertUnknown(String id) {
        assertThatThrownBy(() -> keys.resolveKey(signedWith(id), List.of()))
                .isInstanceOf(UnresolvableKeyException.class);
    }

    @Test
    void knowsNothingUntilTheIssuerAnswersAndDoesNotWaitForIt() throws Exception {
        keys.keepFresh();
        assertThat(keys.areKnown()).isFalse();
        assertUnknown("one");

        answer(published("one"));

        assertThat(keys.areKnown()).isTrue();
        assertThat(keys.resolveKey(signedWith("one"), List.of())).isNotNull();
        assertThat(asked).hasSize(1);
    }

    @Test
    void asksOnceForAKeyThatItDoesNotKnowAndThenPauses() throws Exception {
        keys.keepFresh();
        answer(published("one"));
        now = now.plus(RemoteKeys.PAUSE);

        assertUnknown("two");
        answer(published("one"));
        assertUnknown("two");
        assertUnknown("three");
        assertThat(asked).hasSize(2);

        now = now.plus(RemoteKeys.PAUSE);
        assertUnknown("two");
        answer(published("one", "two"));
        assertThat(keys.resolveKey(signedWith("two"), List.of())).isNotNull();
    }

    @Test
    void looksAgainAfterFiveMinutesAndTellsOfOtherKeys() throws Exception {
        String first = published("one");
        keys.keepFresh();
        answer(first);
        keys.keepFresh();
        assertThat(asked).hasSize(1);

        now = now.plus(RemoteKeys.FRESH);
        keys.keepFresh();
        answer(first);
        assertThat(changes).hasValue(1);

        now = now.plus(RemoteKeys.FRESH);
        keys.keepFresh();
        answer(published("two"));
        assertThat(changes).hasValue(2);
        assertUnknown("one");
    }

    @Test
    void keepsItsKeysWhileTheIssuerIsAwayOrTalksNonsense() throws Exception {
        keys.keepFresh();
        answer(published("one"));

        for (String nonsense : List.of("<html>", "{}", "{\"keys\":[]}")) {
            now = now.plus(RemoteKeys.FRESH);
            keys.keepFresh();
            answer(nonsense);
        }
        now = now.plus(RemoteKeys.FRESH);
        keys.keepFresh();
        asked.get(asked.size() - 1).completeExceptionally(new IllegalStateException("away"));

        assertThat(asked).hasSize(5);
        assertThat(keys.resolveKey(signedWith("one"), List.of())).isNotNull();
    }

    @Test
    void fetchesOverHttpBeforeTheFirstToken() throws Exception {
        byte[] body = published("one").getBytes(StandardCharsets.UTF_8);
        HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        issuer.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/");

            assertThat(RemoteKeys.start(address, () -> {}).areKnown()).isTrue();
        } finally {
            issuer.stop(0);
        }
    }

    @Test
    void startsWithoutItsIssuer() {
        long begun = System.nanoTime();

        assertThat(RemoteKeys.start(URI.create("http://127.0.0.1:1/"), () -> {}).areKnown())
                .isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
    }
}
