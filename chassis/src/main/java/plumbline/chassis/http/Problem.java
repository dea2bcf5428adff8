package plumbline.chassis.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import plumbline.contract.check.Violation;

/**
 * An error as RFC 9457 {@code application/problem+json}.
 *
 * @param code names the kind of error for programs, in lower-kebab-case
 * @param detail what is wrong and how to mend it, for people
 * @param pointer the part of the body that is wrong, as a JSON pointer
 * @param errors every part of the body that is wrong, where several can be
 * @param retryAfter how long to wait before the same request can succeed
 * @param challenge how to authenticate, for a refusal that a better token would change
 */
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "pointer", "errors", "retryable"})
public record Problem(
        int status,
        String code,
        String detail,
        Optional<String> pointer,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors,
        @JsonIgnore Optional<Duration> retryAfter,
        @JsonIgnore Optional<String> challenge) {
    private static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One part of the body that is wrong.
     *
     * @param pointer a JSON pointer
     */
    public record Fault(String code, String pointer, String detail) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    /** A problem with a body of which these parts are wrong; at least one. */
    public static Problem of(int status, List<Violation> violations) {
        List<Fault> faults = violations.stream()
                .map(wrong -> new Fault(
                        wrong.code().code(), wrong.field().isEmpty() ? "" : "/" + wrong.field(), wrong.detail()))
                .toList();
        Fault first = faults.get(0);
        return new Problem(
                status,
                first.code(),
                (violations.get(0).field() + " " + first.detail()).strip(),
                Optional.of(first.pointer()),
                faults,
                Optional.empty(),
                Optional.empty());
    }

    /** The same problem at this place of the body. */
    public Problem at(String jsonPointer) {
        return new Problem(status, code, detail, Optional.of(jsonPointer), errors, retryAfter, challenge);
    }

    /** The same problem, passing by itself. */
    public Problem retryAfter(Duration wait) {
        return new Problem(status, code, detail, pointer, errors, Optional.of(wait), challenge);
    }

    /** The same problem, solved by a better token. */
    public Problem challenge(String how) {
        return new Problem(status, code, detail, pointer, errors, retryAfter, Optional.of(how));
    }

    /** No documentation page is promised for a code, so the type is the default one and the title says the status. */
    @JsonProperty
    public String type() {
        return "about:blank";
    }

    @JsonProperty
    public String title() {
        return HttpStatus.getMessage(status);
    }

    /** Whether the same request may succeed later. */
    @JsonProperty
    public boolean retryable() {
        return retryAfter.isPresent();
    }

    /** Sends this as the answer. */
    public void send(Request request, Response response, Callback callback) {
        putHeaders(response);
        Answers.json(response, callback, status, MEDIA_TYPE, this);
    }

    /** Puts what the headers of any answer about this must say. */
    public void putHeaders(Response response) {
        retryAfter.ifPresent(wait ->
                response.getHeaders().put(HttpHeader.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds()))));
        challenge.ifPresent(how -> response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, how));
    }
}
