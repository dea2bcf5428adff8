package plumbline.notifier.delivery.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.Reason;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.notifier.delivery.Attempt;
import plumbline.notifier.delivery.Commands;
import plumbline.notifier.delivery.http.Destinations;
import plumbline.notifier.delivery.http.Outbound;
import plumbline.notifier.delivery.http.Receiver;

class FhirChannelTest {

    @ParameterizedTest
    @CsvSource({
        "200 OK, , delivered",
        "201 Created, , delivered",
        "301 Moved Permanently, , refused",
        "400 Bad Request, structure, refused",
        "401 Unauthorized, login, refused",
        "404 Not Found, not-found, refused",
        "409 Conflict, , retry",
        "409 Conflict, conflict, retry",
        "410 Gone, , gone",
        "412 Precondition Failed, multiple-matches, refused",
        "412 Precondition Failed, lock-error, retry",
        "422 Unprocessable Entity, business-rule, refused",
        "422 Unprocessable Entity, transient, retry",
        "429 Too Many Requests, throttled, retry",
        "500 Internal Server Error, exception, retry",
        "503 Service Unavailable, , retry"
    })
    void classifiesEachAnswerByItsStatusAndTheCodesOfItsIssues(String head, String issue, String outcome) {
        String body = issue == null
                ? ""
                : "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"" + issue
                        + "\",\"diagnostics\":\"canary\"}]}";
        try (Receiver receiver = Receiver.answering(head, body)) {
            Attempt attempt = send(receiver.uri(), Destinations.ANY);

            assertThat(attempt.outcome().code()).isEqualTo(outcome);
            assertThat(attempt.httpStatus()).hasValue(Integer.parseInt(head.substring(0, 3)));
            assertThat(receiver.requests).hasSize(1);
        }
    }

    @Test
    void oneIssueThatLastsMakesARefusal() {
        try (Receiver receiver = Receiver.answering(
                "422 Unprocessable Entity", "{\"issue\":[{\"code\":\"transient\"},{\"code\":\"required\"}]}")) {
            assertThat(send(receiver.uri(), Destinations.ANY).outcome()).isEqualTo(Outcome.REFUSED);
        }
    }

    @Test
    void anAnswerThatIsNoOutcomeCountsByItsStatus() {
        try (Receiver receiver = Receiver.answering("422 Unprocessable Entity", "<html>no</html>")) {
            assertThat(send(receiver.uri(), Destinations.ANY).outcome()).isEqualTo(Outcome.REFUSED);
        }
    }

    @Test
    void aRefusalWhoseBodyDripsIsStillARefusal() {
        try (Receiver receiver = Receiver.that(socket -> {
            Receiver.write(socket, "HTTP/1.1 422 Unprocessable Entity\r\ncontent-length: 100000\r\n\r\n{");
            Thread.sleep(30_000);
        })) {
            assertThat(send(receiver.uri(), Destinations.ANY).outcome()).isEqualTo(Outcome.REFUSED);
        }
    }

    @Test
    void postsTheTransactionToTheBaseAsFhirWithTheToken() {
        try (Receiver receiver = Receiver.answering("200 OK", "")) {
            send(receiver.uri(), Destinations.ANY);

            assertThat(receiver.requests.get(0).split("\r\n\r\n", 2)[0])
                    .startsWith("POST /hook HTTP/1.1")
                    .containsIgnoringCase("content-type: application/fhir+json")
                    .containsIgnoringCase("authorization: Bearer canary-token");
        }
    }

    @Test
    void refusesPrivateAddressesAndPlainHttpUnlessTheyAreAllowed() {
        try (Receiver receiver = Receiver.answering("200 OK", "")) {
            URI https = URI.create("https://localhost:" + receiver.uri().getPort());

            assertThat(send(https, Destinations.PUBLIC_ONLY).outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(send(receiver.uri(), Destinations.PUBLIC_ONLY).outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(receiver.requests).isEmpty();
        }
    }

    @Test
    void isInDoubtWhenTheServerHangs() {
        try (Receiver receiver = Receiver.that(socket -> Thread.sleep(30_000))) {
            assertThat(send(receiver.uri(), Destinations.ANY).outcome()).isEqualTo(Outcome.IN_DOUBT);
        }
    }

    @Test
    void aConfigurationThatIsPrintedTellsNoToken() {
        assertThat(settings(URI.create("https://ehr.example/fhir")).toString()).doesNotContain("canary-token");
    }

    private static FhirSettings settings(URI base) {
        return new FhirSettings(base, Optional.of("canary-token"), "urn:plumbline:patient");
    }

    private static Attempt send(URI base, Destinations destinations) {
        try (Outbound http = Outbound.start(destinations, Duration.ofMillis(300), InstantSource.system())) {
            return new FhirChannel(settings(base), http)
                    .send(Commands.fhir(FindingKind.URGENT_PAIN, Severity.EMERGENCY, Reason.FIRST));
        }
    }
}
