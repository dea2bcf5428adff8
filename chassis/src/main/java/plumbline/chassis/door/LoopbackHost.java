package plumbline.chassis.door;

import java.util.Set;
import org.eclipse.jetty.server.Request;

/**
 * Whether a request names this machine as its host. Where nobody is asked who they are, only this keeps a page of some other site from
 * reading along under a name that it lets point here (DNS rebinding).
 */
public final class LoopbackHost {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private LoopbackHost() {}

    public static boolean isNamedBy(Request request) {
        return NAMES.contains(Request.getServerName(request));
    }
}
