package plumbline.notifier.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.RecipientKind;
import plumbline.notifier.casework.Teams;
import plumbline.notifier.delivery.Attempt;
import plumbline.notifier.delivery.Commands;
import plumbline.notifier.delivery.Members;

class WebhookChannelTest {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Duration READ = Duration.ofMillis(300);

    @ParameterizedTest
    @CsvSource({
        "200 OK, delivered",
        "201 Created, delivered",
        "204 No Content, delivered",
        "301 Moved Permanently, refused",
        "302 Found, refused",
        "400 Bad Request, refused",
        "401 Unauthorized, refused",
        "404 Not Found, refused",
        "408 Request Timeout, retry",
        "410 Gone, gone",
        "425 Too Early, retry",
        "429 Too Many Requests, retry",
        "500 Internal Server Error, retry",
        "503 Service Unavailable, retry"
    })
    void classifiesEachAnswer(String head, String outcome) {
        try (Receiver receiver = Receiver.answering(head + "\r\nlocation: http://127.0.0.1:1/", "")) {
            Attempt attempt = send(receiver.uri());

            assertThat(attempt.outcome().code()).isEqualTo(outcome);
            assertThat(attempt.httpStatus()).hasValue(Integer.parseInt(head.substring(0, 3)));
            assertThat(receiver.requests).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "0, PT0S",
        "'Fri, 20 Nov 2026 10:01:00 GMT', PT1M",
        "'Fri, 20 Nov 2026 09:00:00 GMT', PT0S",
        "soon, ",
        "-5, ",
        "99999999999999999999, "
    })
    void readsRetryAfterAsSecondsOrDateAndIgnoresNonsense(String value, Duration expected) {
        try (Receiver receiver = Receiver.answering("503 Service Unavailable\r\nretry-after: " + value, "")) {
            Attempt attempt = send(receiver.uri());

            assertThat(attempt.outcome()).isEqualTo(Outcome.RETRY);
            assertThat(attempt.retryAfter()).isEqualTo(Optional.ofNullable(expected));
        }
    }

    @Test
    void isInDoubtWhenTheReceiverHangs() {
        try (Receiver receiver = Receiver.that(socket -> Thread.sleep(5_000))) {
            assertThat(send(receiver.uri()).outcome()).isEqualTo(Outcome.IN_DOUBT);
        }
    }

    @Test
    void isInDoubtWhenTheReceiverHangsUpWithoutAnAnswer() {
        try (Receiver receiver = Receiver.that(socket -> socket.setSoLinger(true, 0))) {
            assertThat(send(receiver.uri()).outcome()).isEqualTo(Outcome.IN_DOUBT);
        }
    }

    @Test
    void believesTheStatusAndDoesNotWaitForABodyThatDrips() {
        try (Receiver receiver = Receiver.that(socket -> {
            Receiver.write(socket, "HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\nx");
            Thread.sleep(5_000);
        })) {
            assertThat(send(receiver.uri()).outcome()).isEqualTo(Outcome.DELIVERED);
        }
    }

    @Test
    void triesAgainWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(send(URI.create("http://127.0.0.1:" + port + "/")).outcome()).isEqualTo(Outcome.RETRY);
    }

    @Test
    void refusesPrivateAddressesUnlessTheyAreAllowed() {
        try (Receiver receiver = Receiver.answering("200 OK", "")) {
            Attempt attempt =
                    send(URI.create("https://localhost:" + receiver.uri().getPort()), Destinations.PUBLIC_ONLY, KEY);

            assertThat(attempt.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(receiver.requests).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "93.184.216.34, true",
        "10.1.2.3, false",
        "0.1.2.3, false",
        "198.18.0.1, false",
        "240.0.0.1, false",
        "::ffff:10.0.0.1, false",
        "100.64.0.1, false",
        "169.254.169.254, false",
        "192.168.0.1, false",
        "127.0.0.1, false",
        "::1, false",
        "fd00::1, false",
        "fe80::1, false",
        "2606:2800::1, true"
    })
    void knowsWhatIsPublic(String address, boolean allowed) throws IOException {
        InetAddress[] addresses = {InetAddress.getByName(address)};

        assertThat(Destinations.PUBLIC_ONLY.allows(addresses)).isEqualTo(allowed);
    }

    @Test
    void satisfiesThePublishedVerifierWithTheOldKeyAndTheNew() {
        String newer = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
        try (Receiver receiver = Receiver.answering("200 OK", "")) {
            send(receiver.uri(), Destinations.ANY, newer + "," + KEY, InstantSource.system());
            String request = receiver.requests.get(0);

            for (String key : List.of(KEY, newer)) {
                assertThatCode(() -> new Webhook(key).verify(bodyOf(request), headersOf(request)))
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void tellsACareTeamIdsKindSeverityAndLinkAndNoWords() {
        try (Receiver receiver = Receiver.answering("200 OK", "")) {
            send(receiver.uri());

            assertThat(bodyOf(receiver.requests.get(0)))
                    .isEqualTo(
                            "{\"type\":\"alert.first\",\"timestamp\":\"2026-11-20T10:00:00Z\",\"data\":{\"id\":\"d-1\","
                                    + "\"alert\":\"al-1\",\"patient\":\"p-1\",\"recipient\":\"default\",\"reason\":\"first\","
                                    + "\"kind\":\"urgent-pain\",\"severity\":\"emergency\","
                                    + "\"link\":\"https://plumbline.example/alerts/al-1\"}}");
        }
    }

    @Test
    void bringsThePatientTheWords() {
        assertThat(new String(
                        WebhookBody.of(Commands.webhook(RecipientKind.PATIENT)),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"text\":\"canary words\"");
    }

    @Test
    void whatANameStandsForIsAskedOnceAndCheckedIsConnectedTo() {
        AtomicInteger asked = new AtomicInteger();
        try (Receiver receiver = Receiver.answering("200 OK", "")) {
            SocketAddressResolver rebinding = (host, port, context, promise) -> promise.succeeded(
                    List.of(new InetSocketAddress(asked.getAndIncrement() == 0 ? "127.0.0.1" : "192.0.2.1", port)));
            URI named = URI.create("http://hooks.example:" + receiver.uri().getPort() + "/hook");
            try (Outbound http = Outbound.start(Destinations.ANY, READ, InstantSource.system(), rebinding)) {
                Attempt attempt = post(named, http, KEY, InstantSource.system());

                assertThat(attempt.outcome()).isEqualTo(Outcome.DELIVERED);
            }
            assertThat(asked).hasValue(1);
            assertThat(receiver.requests.get(0).toLowerCase(Locale.ROOT)).contains("host: hooks.example:");
        }
    }

    @Test
    void aPublicNameWithOnePrivateAddressIsNotCalled() {
        SocketAddressResolver mixed = (host, port, context, promise) -> promise.succeeded(
                List.of(new InetSocketAddress("93.184.216.34", port), new InetSocketAddress("10.0.0.1", port)));
        try (Outbound http = Outbound.start(Destinations.PUBLIC_ONLY, READ, InstantSource.system(), mixed)) {
            assertThat(post(URI.create("https://hooks.example/"), http, KEY, InstantSource.system())
                            .outcome())
                    .isEqualTo(Outcome.REFUSED);
        }
    }

    @Test
    void plainHttpIsRefusedUnlessItIsAllowed() {
        try (Receiver receiver = Receiver.answering("200 OK", "")) {
            assertThat(send(receiver.uri(), Destinations.PUBLIC_ONLY, KEY).outcome())
                    .isEqualTo(Outcome.REFUSED);
            assertThat(receiver.requests).isEmpty();
        }
    }

    @Test
    void triesAgainWhenTheOtherSideSpeaksNoTls() {
        try (Receiver receiver = Receiver.that(socket -> Receiver.write(socket, "HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            URI tls = URI.create("https://127.0.0.1:" + receiver.uri().getPort() + "/");

            assertThat(send(tls).outcome()).isEqualTo(Outcome.RETRY);
        }
    }

    @Test
    void isInDoubtWhenTheHeadOfTheAnswerDrips() {
        try (Receiver receiver = Receiver.that(socket -> {
            for (char c : "HTTP/1.1 200 OK\r\nx-slow: ".toCharArray()) {
                Receiver.write(socket, String.valueOf(c));
                Thread.sleep(50);
            }
        })) {
            assertThat(send(receiver.uri()).outcome()).isEqualTo(Outcome.IN_DOUBT);
        }
    }

    @Test
    void theBodyIsThin() {
        assertThat(WebhookBody.of(Commands.webhook(RecipientKind.PATIENT))).hasSizeLessThan(20_000);
    }

    private static Attempt send(URI uri) {
        return send(uri, Destinations.ANY, KEY);
    }

    private static Attempt send(URI uri, Destinations destinations, String keys) {
        return send(uri, destinations, keys, InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z")));
    }

    private static Attempt send(URI uri, Destinations destinations, String keys, InstantSource clock) {
        try (Outbound http = Outbound.start(destinations, READ, clock)) {
            return post(uri, http, keys, clock);
        }
    }

    private static Attempt post(URI uri, Outbound http, String keys, InstantSource clock) {
        return new WebhookChannel(
                        Optional.of(uri), Optional.of(SigningKeys.parse(keys)), new Members(Teams.NONE), http, clock)
                .send(Commands.webhook(RecipientKind.CARE_TEAM));
    }

    private static String bodyOf(String request) {
        return request.substring(request.indexOf("\r\n\r\n") + 4);
    }

    private static HttpHeaders headersOf(String request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String line : request.substring(0, request.indexOf("\r\n\r\n")).split("\r\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(line.substring(colon + 2));
            }
        }
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
