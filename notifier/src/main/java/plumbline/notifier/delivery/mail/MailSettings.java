package plumbline.notifier.delivery.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Optional;
import plumbline.chassis.config.Setting;
import plumbline.chassis.config.Settings;

/**
 * The server that takes e-mail from here, and for whom.
 *
 * @param login for the server, if it wants one
 * @param from the sender's address
 * @param to the care team's address
 * @param plain whether a server without TLS will do
 */
public record MailSettings(String host, int port, Optional<Login> login, String from, String to, boolean plain) {
    public static final Setting<Optional<String>> HOST =
            Setting.optional("PLUMBLINE_SMTP_HOST", "Server that takes e-mail, by STARTTLS; without it none is sent");
    public static final Setting<Integer> PORT =
            Setting.whole("PLUMBLINE_SMTP_PORT", 587, 1, 65_535, "Port of the server that takes e-mail");
    public static final Setting<Optional<String>> USER =
            Setting.optional("PLUMBLINE_SMTP_USER", "User to sign in as at the server that takes e-mail");
    public static final Setting<Optional<String>> PASSWORD =
            Setting.optional("PLUMBLINE_SMTP_PASSWORD", "Password of that user");
    public static final Setting<Optional<String>> FROM = new Setting<>(
            "PLUMBLINE_SMTP_FROM", "", "Address from which e-mail is sent", MailSettings::optionalAddress);
    public static final Setting<Optional<String>> TO = new Setting<>(
            "PLUMBLINE_SMTP_TO", "", "Address to which alerts go by e-mail", MailSettings::optionalAddress);
    public static final Setting<Boolean> ALLOW_PLAIN =
            Setting.flag("PLUMBLINE_SMTP_ALLOW_PLAIN", false, "Whether e-mail may go without TLS; for a test server");

    /** Every setting that {@link #read} reads. */
    public static final List<Setting<?>> ALL = List.of(HOST, PORT, USER, PASSWORD, FROM, TO, ALLOW_PLAIN);

    /** What the server wants before it takes anything. */
    public record Login(String user, String password) {
        /** Tells no secret, for it may be printed with a configuration. */
        @Override
        public String toString() {
            return "Login[]";
        }
    }

    /** The same server, for somebody else. */
    public MailSettings to(String address) {
        return new MailSettings(host, port, login, from, address, plain);
    }

    /** Reads what there is; nothing where there is no server. */
    public static Optional<MailSettings> read(Settings settings) {
        Optional<String> host = settings.read(HOST);
        int port = settings.read(PORT);
        Optional<String> user = settings.read(USER);
        Optional<String> password = settings.read(PASSWORD);
        Optional<String> from = settings.read(FROM);
        Optional<String> to = settings.read(TO);
        boolean plain = settings.read(ALLOW_PLAIN);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        require(settings, FROM, from);
        require(settings, TO, to);
        if (user.isPresent() != password.isPresent()) {
            settings.mistake(PASSWORD.name(), "must be set where there is a user, and only there");
        }
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(new MailSettings(
                        host.orElseThrow(),
                        port,
                        user.map(name -> new Login(name, password.orElse(""))),
                        from.orElseThrow(),
                        to.orElseThrow(),
                        plain));
    }

    private static void require(Settings settings, Setting<?> setting, Optional<String> address) {
        if (address.isEmpty()) {
            settings.mistake(setting.name(), "must be an e-mail address where there is a server for e-mail");
        }
    }

    private static Optional<String> optionalAddress(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            new InternetAddress(text.strip(), true).validate();
            return Optional.of(text.strip());
        } catch (AddressException wrong) {
            throw new IllegalArgumentException("must be an e-mail address such as team@example.org", wrong);
        }
    }
}
