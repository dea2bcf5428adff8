package plumbline.chassis.http;

import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What answers one method of one route. */
@FunctionalInterface
public interface Endpoint {

    /**
     * Answers, now or later; completes the callback exactly once.
     *
     * @param path the values of the template's variables, decoded
     */
    void answer(Request request, Response response, Callback callback, Map<String, String> path) throws Exception;
}
