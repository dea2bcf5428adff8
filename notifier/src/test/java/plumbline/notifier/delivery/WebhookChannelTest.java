package plumbline.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.net.InetAddress;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.RecipientKind;

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
            Attempt attempt = channel(receiver.uri(), Destinations.PUBLIC_ONLY, InstantSource.system())
                    .send(Commands.webhook(RecipientKind.CARE_TEAM));

            assertThat(attempt.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(receiver.requests).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org, 93.184.216.34, true",
        "http://example.org, 93.184.216.34, false",
        "https://example.org, 10.1.2.3, false",
        "https://example.org, 100.64.0.1, false",
        "https://example.org, 169.254.169.254, false",
        "https://example.org, 192.168.0.1, false",
        "https://example.org, 127.0.0.1, false",
        "https://example.org, ::1, false",
        "https://example.org, fd00::1, false",
        "https://example.org, fe80::1, false",
        "https://example.org, 2606:2800::1, true"
    })
    void knowsWhatIsPublic(URI endpoint, String address, boolean allowed) throws IOException {
        InetAddress[] addresses = {InetAddress.getByName(address)};

        assertThat(Destinations.PUBLIC_ONLY.allows(endpoint, addresses)).isEqualTo(allowed);
    }

    @Test
    void satisfiesThePublishedVerifierWithTheOldKeyAndTheNew() {
        String newer = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
        try (Receiver receiver = Receiver.answering("200 OK", "")) {
            new WebhookChannel(
                            receiver.uri(),
                            SigningKeys.parse(newer + "," + KEY),
                            Destinations.ANY,
                            InstantSource.system(),
                            READ)
                    .send(Commands.webhook(RecipientKind.CARE_TEAM));
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

    private static Attempt send(URI uri) {
        return channel(uri, Destinations.ANY, InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z")))
                .send(Commands.webhook(RecipientKind.CARE_TEAM));
    }

    private static WebhookChannel channel(URI uri, Destinations destinations, InstantSource clock) {
        return new WebhookChannel(uri, SigningKeys.parse(KEY), destinations, clock, READ);
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
