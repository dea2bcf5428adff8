package plumbline.notifier.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.RecipientKind;
import plumbline.notifier.casework.Teams;
import plumbline.notifier.delivery.Attempt;
import plumbline.notifier.delivery.Commands;
import plumbline.notifier.delivery.Members;

class MailChannelTest {
    private static final Notification COMMAND =
            Commands.to(RecipientKind.CARE_TEAM, ChannelKind.EMAIL, Commands.AT.plusSeconds(60));

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 later, retry",
        "MAIL, 550 never, refused",
        "RCPT, 450 mailbox busy, retry",
        "RCPT, 550 no such mailbox, refused",
        "DATA, 451 later, retry",
        "DATA, 554 never, refused",
        "DATA, '', retry",
        "., 451 later, retry",
        "., 452 full, retry",
        "., 550 refused, refused",
        "., '', in-doubt",
        "., 250 taken, delivered",
        "QUIT, '', delivered"
    })
    void classifiesEachAnswer(String verb, String answer, String outcome) {
        try (SmtpReceiver receiver = new SmtpReceiver(Map.of(verb, answer))) {
            assertThat(send(receiver.port(), true).outcome().code()).isEqualTo(outcome);
        }
    }

    @Test
    void nothingIsSaidToAServerWithoutTlsAndAnotherAttemptMaySucceed() {
        try (SmtpReceiver receiver = new SmtpReceiver(Map.of())) {
            assertThat(send(receiver.port(), false).outcome()).isEqualTo(Outcome.RETRY);
            assertThat(receiver.heard).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
        }
    }

    @Test
    void speaksTlsWithAServerWhoseCertificateNamesItAndIsTrusted(@TempDir Path directory) throws Exception {
        Certificates named = Certificates.of(directory, "ip:127.0.0.1");
        try (SmtpReceiver receiver = new SmtpReceiver(named.shown())) {
            Attempt attempt = send(receiver, Limits.USUAL, Optional.of(named.trusted()));

            assertThat(attempt.outcome()).isEqualTo(Outcome.DELIVERED);
            assertThat(receiver.encrypted).isTrue();
            assertThat(receiver.heard).anyMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void tellsNothingToAServerWhoseCertificateNamesAnother(@TempDir Path directory) throws Exception {
        Certificates other = Certificates.of(directory, "dns:other.example");
        try (SmtpReceiver receiver = new SmtpReceiver(other.shown())) {
            assertThat(send(receiver, Limits.USUAL, Optional.of(other.trusted()))
                            .outcome())
                    .isEqualTo(Outcome.RETRY);
            assertThat(receiver.heard).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
        }
    }

    @Test
    void tellsNothingToAServerWhoseCertificateNobodyTrusts(@TempDir Path directory) throws Exception {
        Certificates named = Certificates.of(directory, "ip:127.0.0.1");
        try (SmtpReceiver receiver = new SmtpReceiver(named.shown())) {
            assertThat(send(receiver, Limits.USUAL, Optional.empty()).outcome()).isEqualTo(Outcome.RETRY);
            assertThat(receiver.heard).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
        }
    }

    @ParameterizedTest
    @CsvSource({"'', retry", "EHLO, retry", "MAIL, retry", "RCPT, retry", "DATA, retry", "., in-doubt"})
    void aServerThatFallsSilentIsNotWaitedForLongerThanAnAnswerMayTake(String verb, String outcome) {
        Limits limits = new Limits(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(20));
        try (SmtpReceiver receiver = new SmtpReceiver(Map.of(verb, "..."))) {
            assertThat(sendPlain(receiver.port(), limits).outcome().code()).isEqualTo(outcome);
        }
    }

    @Test
    void aServerThatAnswersEachCommandInTimeAndAllTooLateIsLeft() {
        Limits limits = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMillis(600));
        try (SmtpReceiver receiver = new SmtpReceiver(Map.of(), Optional.empty(), 250)) {
            assertThat(sendPlain(receiver.port(), limits).outcome()).isEqualTo(Outcome.RETRY);
            assertThat(receiver.heard).noneMatch(line -> line.startsWith("DATA"));
        }
    }

    @Test
    void aConnectionThatIsNotTakenIsNotWaitedFor() throws Exception {
        Limits limits = new Limits(Duration.ofMillis(200), Duration.ofSeconds(15), Duration.ofSeconds(20));
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            assertThat(sendPlain(full.getLocalPort(), limits).outcome()).isEqualTo(Outcome.RETRY);
        }
    }

    @Test
    void triesAgainWhenNobodyListens() {
        SmtpReceiver gone = new SmtpReceiver(Map.of());
        gone.close();

        assertThat(send(gone.port(), true).outcome()).isEqualTo(Outcome.RETRY);
    }

    @Test
    void bringsTextAndLinkUnderTheDeliverysId() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            assertThat(send(server.getSmtp().getPort(), true).outcome()).isEqualTo(Outcome.DELIVERED);

            MimeMessage letter = server.getReceivedMessages()[0];
            assertThat(letter.getMessageID()).isEqualTo("<d-1@plumbline.example>");
            assertThat(letter.getSubject()).isEqualTo("Plumbline: urgent message");
            assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            MimeMultipart parts = (MimeMultipart) letter.getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat((String) parts.getBodyPart(0).getContent())
                    .contains("canary words", "https://plumbline.example/alerts/al-1");
            assertThat((String) parts.getBodyPart(1).getContent())
                    .contains("<a href=\"https://plumbline.example/alerts/al-1\">");
        } finally {
            server.stop();
        }
    }

    private static Attempt send(SmtpReceiver receiver, Limits limits, Optional<SSLSocketFactory> tls) {
        return new MailChannel(settings(receiver.port(), false), new Members(Teams.NONE), limits, tls).send(COMMAND);
    }

    private static Attempt sendPlain(int port, Limits limits) {
        return new MailChannel(settings(port, true), new Members(Teams.NONE), limits, Optional.empty()).send(COMMAND);
    }

    private static MailSettings settings(int port, boolean plain) {
        return new MailSettings(
                "127.0.0.1", port, Optional.empty(), "plumbline@plumbline.example", "team@example.org", plain);
    }

    private static Attempt send(int port, boolean plain) {
        return new MailChannel(settings(port, plain), new Members(Teams.NONE)).send(COMMAND);
    }
}
