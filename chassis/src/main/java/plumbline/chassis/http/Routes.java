package plumbline.chassis.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The table from path and method to what answers. A path that is not in it is answered 404, a method that is not 405; HEAD is
 * answered as GET, of which the server leaves out the body.
 */
public final class Routes extends Handler.Abstract {
    private final PathMappings<Map<String, Endpoint>> byPath = new PathMappings<>();
    private final Map<String, Map<String, Endpoint>> added = new LinkedHashMap<>();

    private Routes(InvocationType invocationType) {
        super(invocationType);
    }

    /** Routes whose endpoints may wait. */
    public static Routes blocking() {
        return new Routes(InvocationType.BLOCKING);
    }

    /** Routes whose endpoints never wait, so that the threads which read the network may call them. */
    public static Routes nonBlocking() {
        return new Routes(InvocationType.NON_BLOCKING);
    }

    /**
     * Adds a route.
     *
     * @param template a path, which may hold variables: {@code /v1/alerts/{id}}
     */
    public Routes add(String method, String template, Endpoint endpoint) {
        added.computeIfAbsent(template, path -> {
                    Map<String, Endpoint> methods = new TreeMap<>();
                    byPath.put(new UriTemplatePathSpec(path), methods);
                    return methods;
                })
                .put(method, endpoint);
        return this;
    }

    /** Every template with its methods, in the order in which they were added. */
    public Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        added.forEach((template, methods) -> table.put(template, new TreeSet<>(methods.keySet())));
        return table;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        var matched = byPath.getMatched(path);
        if (matched == null) {
            Problem.of(HttpStatus.NOT_FOUND_404, "no-such-path", "There is nothing at this path")
                    .send(request, response, callback);
            return true;
        }
        Map<String, Endpoint> methods = matched.getResource();
        String method = HttpMethod.HEAD.is(request.getMethod()) ? HttpMethod.GET.asString() : request.getMethod();
        Endpoint endpoint = methods.get(method);
        if (endpoint == null) {
            String allowed = String.join(", ", methods.keySet());
            response.getHeaders().put(HttpHeader.ALLOW, allowed);
            Problem.of(HttpStatus.METHOD_NOT_ALLOWED_405, "method-not-allowed", "Use " + allowed + " on this path")
                    .send(request, response, callback);
            return true;
        }
        endpoint.answer(request, response, callback, variables((UriTemplatePathSpec) matched.getPathSpec(), path));
        return true;
    }

    private static Map<String, String> variables(UriTemplatePathSpec template, String path) {
        return template.getVariableCount() == 0 ? Map.of() : template.getPathParams(path);
    }
}
