package plumbline.notifier.delivery.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import plumbline.contract.delivery.Notification;

/**
 * A notification as an e-mail, in plain text and in HTML. Its Message-ID is the delivery's id, so that a reader sees a repeat once; its
 * subject says nothing of anybody's health; its link shows, and acts only on what is sent from the page behind it.
 */
final class Letter extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;
    private boolean out;

    private Letter(Session session, String id) {
        super(session);
        this.id = id;
    }

    static Letter of(Session session, Notification notification, String from, String to) throws MessagingException {
        Letter letter = new Letter(session, "<" + notification.id() + from.substring(from.lastIndexOf('@')) + ">");
        letter.setFrom(new InternetAddress(from));
        letter.setRecipient(RecipientType.TO, new InternetAddress(to));
        letter.setSubject("Plumbline: " + notification.lane().code() + " message", UTF_8);
        letter.setSentDate(Date.from(notification.at()));
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Auto-Response-Suppress", "All");
        letter.setContent(new MimeMultipart("alternative", plain(notification), html(notification)));
        letter.saveChanges();
        return letter;
    }

    private static MimeBodyPart plain(Notification notification) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(
                notification.text()
                        + notification.link().map(link -> "\n\n" + link).orElse("") + "\n",
                UTF_8);
        return part;
    }

    private static MimeBodyPart html(Notification notification) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        String link = notification
                .link()
                .map(Letter::escape)
                .map(address -> "<p><a href=\"" + address + "\">" + address + "</a></p>")
                .orElse("");
        part.setText(
                "<!doctype html><html><body><p>" + escape(notification.text()).replace("\n", "<br>") + "</p>" + link
                        + "</body></html>\n",
                UTF_8,
                "html");
        return part;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    /** Whether the whole message has been written, and only the server's word is missing. */
    boolean isOut() {
        return out;
    }

    @Override
    public void writeTo(OutputStream stream, String[] ignored) throws IOException, MessagingException {
        super.writeTo(stream, ignored);
        out = true;
    }
}
