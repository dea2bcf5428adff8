package plumbline.notifier.delivery.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Where a webhook may go: to public addresses over HTTPS, unless the installation allows more. */
public enum Destinations {
    PUBLIC_ONLY,
    ANY;

    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int UNIQUE_LOCAL = 0xfc;

    /** Whether messages may go out by this scheme. */
    boolean allows(String scheme) {
        return this == ANY || "https".equals(scheme);
    }

    /** Whether a name may be called that stands for these addresses. */
    boolean allows(InetAddress[] addresses) {
        return this == ANY || Arrays.stream(addresses).noneMatch(Destinations::isPrivate);
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        return uniqueLocal
                || (bytes.length == 4 && isReserved(bytes[0] & 0xff, bytes[1] & 0xff))
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    /** What IPv4 keeps beside its private networks (RFC 6890): this network, carriers' own, benchmarks, class E. */
    private static boolean isReserved(int first, int second) {
        return first == 0
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 198 && (second & 0xfe) == 18)
                || first >= 240;
    }
}
