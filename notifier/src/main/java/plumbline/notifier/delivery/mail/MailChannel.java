package plumbline.notifier.delivery.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.team.Endpoint;
import plumbline.notifier.delivery.Attempt;
import plumbline.notifier.delivery.Channel;
import plumbline.notifier.delivery.Members;

/**
 * Hands e-mail to a server over STARTTLS, whose certificate must name it. Its 4yz is worth another attempt, its 5yz is not; once the
 * whole message is out, silence leaves in doubt whether it was taken.
 */
public final class MailChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);
    private static final int PERMANENT = 500;

    private final MailSettings settings;
    private final Members members;
    private final Limits limits;
    private final Optional<SSLSocketFactory> tls;

    public MailChannel(MailSettings settings, Members members) {
        this(settings, members, Limits.USUAL, Optional.empty());
    }

    /**
     * With less patience, or other authorities than this JVM trusts.
     *
     * @param tls makes a connection one of TLS
     */
    MailChannel(MailSettings settings, Members members, Limits limits, Optional<SSLSocketFactory> tls) {
        this.settings = settings;
        this.members = members;
        this.limits = limits;
        this.tls = tls;
    }

    private Properties properties(Lifeline lifeline) {
        Properties properties = new Properties();
        properties.put("mail.smtp.socketFactory", lifeline);
        properties.put("mail.smtp.socketFactory.fallback", "false");
        tls.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put(
                "mail.smtp.connectiontimeout", Long.toString(limits.connect().toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(limits.answer().toMillis()));
        properties.put("mail.smtp.writetimeout", Long.toString(limits.answer().toMillis()));
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", Boolean.toString(!settings.plain()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
        properties.put("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
        // QUIT is sent, but its answer changes nothing.
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    @Override
    public String endpoint(Notification notification) {
        return settings.host() + ":" + settings.port();
    }

    @Override
    public Attempt send(Notification notification) {
        Optional<String> to = Members.isMember(notification)
                ? members.endpoint(notification).flatMap(Endpoint::address)
                : Optional.of(settings.to());
        if (to.isEmpty()) {
            return Attempt.of(Outcome.REFUSED);
        }
        try (Lifeline lifeline = new Lifeline(limits.all())) {
            return send(notification, to.orElseThrow(), Session.getInstance(properties(lifeline)));
        }
    }

    private Attempt send(Notification notification, String to, Session session) {
        Letter letter;
        try {
            letter = Letter.of(session, notification, settings.from(), to);
        } catch (MessagingException unwritable) {
            throw new IllegalStateException("cannot be written as an e-mail", unwritable);
        }
        try (Transport transport = session.getTransport("smtp")) {
            if (settings.login().isPresent()) {
                MailSettings.Login login = settings.login().orElseThrow();
                transport.connect(login.user(), login.password());
            } else {
                transport.connect();
            }
            transport.sendMessage(letter, letter.getAllRecipients());
            return Attempt.of(Outcome.DELIVERED);
        } catch (MessagingException failure) {
            return Attempt.of(classify(failure, letter));
        }
    }

    private Outcome classify(MessagingException failure, Letter letter) {
        int code = code(failure);
        LOG.warn(
                "event=mail-failed host={} code={} cause={}",
                settings.host(),
                code,
                failure.getClass().getSimpleName());
        if (code > 0) {
            return code < PERMANENT ? Outcome.RETRY : Outcome.REFUSED;
        }
        return letter.isOut() ? Outcome.IN_DOUBT : Outcome.RETRY;
    }

    /** The server's reply, or -1 where it gave none. One failure is chained to another. */
    private static int code(MessagingException failure) {
        int code = -1;
        Exception next = failure;
        while (next instanceof MessagingException messaging) {
            code = Math.max(code, ownCode(messaging));
            next = messaging.getNextException();
        }
        return code;
    }

    private static int ownCode(MessagingException failure) {
        if (failure instanceof SMTPSendFailedException sending) {
            return sending.getReturnCode();
        }
        if (failure instanceof SMTPAddressFailedException recipient) {
            return recipient.getReturnCode();
        }
        return failure instanceof SMTPSenderFailedException sender ? sender.getReturnCode() : -1;
    }
}
