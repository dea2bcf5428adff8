package plumbline.chassis.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import plumbline.chassis.config.Setting;
import plumbline.chassis.config.Settings;

/**
 * Where a service listens.
 *
 * @param host the address to bind
 * @param port 0 takes any free one
 * @param tls by which it speaks HTTPS; absent: plain HTTP
 */
public record HttpSettings(String host, int port, Optional<TlsFiles> tls) {
    public static final Setting<String> HOST =
            Setting.text("PLUMBLINE_HTTP_HOST", "127.0.0.1", "Address to bind; beyond loopback needs an issuer");

    /** Plain HTTP. */
    public HttpSettings(String host, int port) {
        this(host, port, Optional.empty());
    }

    /** The port setting of a service with this default. */
    public static Setting<Integer> port(int fallback) {
        return Setting.whole("PLUMBLINE_HTTP_PORT", fallback, 0, 65535, "Port to listen on; 0 takes any free one");
    }

    /** Every setting that {@link #read} reads. */
    public static List<Setting<?>> all(int fallbackPort) {
        return List.of(HOST, port(fallbackPort), TlsFiles.CERTIFICATE, TlsFiles.KEY);
    }

    public static HttpSettings read(Settings settings, int fallbackPort) {
        return new HttpSettings(settings.read(HOST), settings.read(port(fallbackPort)), TlsFiles.read(settings));
    }

    /** Whether only this machine can reach the service. */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
