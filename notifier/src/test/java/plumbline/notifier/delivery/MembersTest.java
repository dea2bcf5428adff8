package plumbline.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.json.CareTeamReader;
import plumbline.contract.team.CareTeam;
import plumbline.notifier.casework.Teams;
import plumbline.notifier.delivery.http.Destinations;
import plumbline.notifier.delivery.http.Outbound;
import plumbline.notifier.delivery.http.Receiver;
import plumbline.notifier.delivery.http.SigningKeys;
import plumbline.notifier.delivery.http.WebhookChannel;

/** A member of a care team is reached where the directory says, and nowhere else. */
class MembersTest {
    private static final String OWN = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    @Test
    void aMembersMessageGoesToTheirOwnWebhook() {
        try (Receiver own = Receiver.answering("200 OK", "");
                Receiver usual = Receiver.answering("200 OK", "")) {
            assertThat(send(usual, team(own, ""), "north/anna").outcome()).isEqualTo(Outcome.DELIVERED);

            assertThat(own.requests).hasSize(1);
            assertThat(usual.requests).isEmpty();
        }
    }

    @Test
    void aTeamWithoutADirectoryIsReachedAtTheInstallationsWebhook() {
        try (Receiver usual = Receiver.answering("200 OK", "")) {
            assertThat(send(usual, Teams.NONE, "default").outcome()).isEqualTo(Outcome.DELIVERED);
            assertThat(usual.requests).hasSize(1);
        }
    }

    @Test
    void aMemberWhoHasLeftIsNotReachedThroughTheInstallationsWebhook() {
        try (Receiver own = Receiver.answering("200 OK", "");
                Receiver usual = Receiver.answering("200 OK", "")) {
            assertThat(send(usual, team(own, ""), "north/gone").outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(usual.requests).isEmpty();
        }
    }

    @Test
    void aMembersOwnKeySigns() {
        try (Receiver own = Receiver.answering("200 OK", "");
                Receiver usual = Receiver.answering("200 OK", "")) {
            send(usual, team(own, ",'keys':['" + OWN + "']"), "north/anna");

            String request = own.requests.get(0);
            String body = request.substring(request.indexOf("\r\n\r\n") + 4);
            String signature = SigningKeys.parse(OWN)
                    .sign("d-1", Commands.AT.getEpochSecond(), body.getBytes(StandardCharsets.UTF_8));
            assertThat(request).contains(signature);
        }
    }

    @Test
    void whileTheDirectoryIsNotCompleteAMembersMessageIsPutOff() {
        Channels channels = new Channels(
                command -> Attempt.of(Outcome.DELIVERED),
                Map.of(),
                Map.of(),
                Optional.empty(),
                new Members(Teams.NONE));

        assertThat(channels.of(to("north/anna")).send(to("north/anna")).outcome())
                .isEqualTo(Outcome.DEFERRED);
    }

    @Test
    void aWebhookThatIsGoneIsNotAskedAgainForADay() {
        Instant[] now = {Commands.AT};
        try (Receiver own = Receiver.answering("410 Gone", "");
                Outbound http = Outbound.start(Destinations.ANY, Duration.ofSeconds(2), () -> now[0])) {
            WebhookChannel channel = new WebhookChannel(
                    Optional.empty(),
                    Optional.of(SigningKeys.parse(OWN)),
                    new Members(team(own, "")),
                    http,
                    () -> now[0]);

            assertThat(channel.send(to("north/anna")).httpStatus()).hasValue(410);
            now[0] = now[0].plus(Duration.ofHours(23));
            Attempt spared = channel.send(to("north/anna"));
            assertThat(spared.outcome()).isEqualTo(Outcome.GONE);
            assertThat(spared.httpStatus()).isEmpty();
            assertThat(own.requests).hasSize(1);
            now[0] = now[0].plus(Duration.ofHours(1));
            channel.send(to("north/anna"));
            assertThat(own.requests).hasSize(2);
        }
    }

    private static Attempt send(Receiver usual, Teams teams, String recipient) {
        InstantSource clock = InstantSource.fixed(Commands.AT);
        try (Outbound http = Outbound.start(Destinations.ANY, Duration.ofSeconds(2), clock)) {
            return new WebhookChannel(
                            Optional.of(usual.uri()),
                            Optional.of(SigningKeys.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
                            new Members(teams),
                            http,
                            clock)
                    .send(to(recipient));
        }
    }

    private static Teams team(Receiver own, String more) {
        byte[] json = ("{'timeZone':'Europe/Zurich','members':[{'id':'anna','channels':[{'kind':'webhook','address':'"
                        + own.uri() + "'" + more + "}]}]}")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        CareTeam team = ((CareTeamReader.Outcome.Good) CareTeamReader.read(json, "north")).team();
        return id -> Optional.of(team).filter(known -> known.id().equals(id));
    }

    private static Notification to(String recipient) {
        Notification usual = Commands.to(RecipientKind.CARE_TEAM, ChannelKind.WEBHOOK, Commands.AT.plusSeconds(90_000));
        return new Notification(
                usual.id(),
                usual.alert(),
                usual.patient(),
                usual.recipientKind(),
                recipient,
                usual.lane(),
                usual.channel(),
                usual.reason(),
                usual.kind(),
                usual.severity(),
                usual.attempt(),
                usual.text(),
                usual.link(),
                usual.at(),
                usual.expires());
    }
}
