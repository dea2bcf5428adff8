package plumbline.notifier.console;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;

/** A browser's request and its answer: HTML or a redirect, with the headers that keep it safe. */
record Exchange(Request request, Response response, Callback callback) {
    private static final String HTML = "text/html;charset=utf-8";
    private static final int MOST_FIELDS = 10;
    private static final int MOST_BYTES = 8 * 1024;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** A parameter of the address. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(Request.extractQueryParameters(request).getValue(name));
    }

    /** Whether a script of the page asks, which wants a part and no page. */
    boolean wantsPart() {
        return request.getHeaders().contains("HX-Request");
    }

    /** Reads the fields of a form, and goes on with them. */
    void form(Consumer<Form> then) {
        FormFields.onFields(
                request,
                StandardCharsets.UTF_8,
                MOST_FIELDS,
                MOST_BYTES,
                Promise.Invocable.from(Invocable.InvocationType.NON_BLOCKING, (fields, failure) -> {
                    if (failure == null) {
                        then.accept(name ->
                                Optional.ofNullable(fields.getValue(name)).orElse(""));
                    } else {
                        Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
                    }
                }));
    }

    /** The fields of a form; one that is missing is empty. */
    interface Form {
        String get(String name);
    }

    void page(int status, String html) {
        guard(response.getHeaders());
        Body.of(HTML, html.getBytes(StandardCharsets.UTF_8)).send(request, response, callback, status);
    }

    /** A file to be kept. */
    void file(String name, String mediaType, String content) {
        guard(response.getHeaders());
        response.getHeaders().put("Content-Disposition", "attachment; filename=\"" + name + "\"");
        Body.of(mediaType, content.getBytes(StandardCharsets.UTF_8))
                .send(request, response, callback, HttpStatus.OK_200);
    }

    /** Sends on by GET, also after a POST. */
    void redirect(String to) {
        guard(response.getHeaders());
        response.setStatus(HttpStatus.SEE_OTHER_303);
        response.getHeaders().put(HttpHeader.LOCATION, to);
        callback.succeeded();
    }

    /** A referrer within the console only: without any, browsers hide the origin of forms, which is checked. */
    private static void guard(HttpFields.Mutable headers) {
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "same-origin");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    }
}
