package plumbline.notifier.delivery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;

/** Where a webhook may go: to public addresses over HTTPS, unless the installation allows more. */
public enum Destinations {
    PUBLIC_ONLY,
    ANY;

    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int UNIQUE_LOCAL = 0xfc;

    /** Whether an endpoint may be called, which the name service knows under these addresses. */
    boolean allows(URI endpoint, InetAddress[] addresses) {
        return this == ANY
                || ("https".equals(endpoint.getScheme())
                        && Arrays.stream(addresses).noneMatch(Destinations::isPrivate));
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        boolean sharedCarrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return uniqueLocal
                || sharedCarrier
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }
}
