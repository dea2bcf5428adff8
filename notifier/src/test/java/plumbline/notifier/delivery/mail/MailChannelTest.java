package plumbline.notifier.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.RecipientKind;
import plumbline.notifier.delivery.Attempt;
import plumbline.notifier.delivery.Commands;

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

    private static Attempt send(int port, boolean plain) {
        return new MailChannel(new MailSettings(
                        "127.0.0.1", port, Optional.empty(), "plumbline@plumbline.example", "team@example.org", plain))
                .send(COMMAND);
    }
}
