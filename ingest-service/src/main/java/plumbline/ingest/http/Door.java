package plumbline.ingest.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import plumbline.chassis.http.Answers;
import plumbline.chassis.http.Problem;
import plumbline.dialects.fhir.FhirAnswer;
import plumbline.ingest.intake.Dialect;
import plumbline.ingest.intake.FhirFormat;

/** One way in: the dialects that are taken there, and the language in which it refuses. */
enum Door {
    EVENTS(Headers.FORMATS) {
        @Override
        Optional<Dialect> dialect(Request request) {
            return Headers.dialect(request);
        }

        @Override
        void send(Problem problem, Exchange exchange, Callback callback) {
            problem.send(exchange.request(), exchange.response(), callback);
        }
    },
    FHIR(Headers.FHIR_FORMATS) {
        @Override
        Optional<Dialect> dialect(Request request) {
            return Headers.fhir(request, FhirFormat.ANY);
        }
    },
    OBSERVATION(Headers.FHIR_FORMATS) {
        @Override
        Optional<Dialect> dialect(Request request) {
            return Headers.fhir(request, FhirFormat.OBSERVATION);
        }
    };

    private final String formats;

    Door(String formats) {
        this.formats = formats;
    }

    /** The media types that are taken, separated by commas. */
    String formats() {
        return formats;
    }

    /** The dialect of the request's body, if it is one that is taken here. */
    abstract Optional<Dialect> dialect(Request request);

    /** Sends a refusal: as an OperationOutcome, unless said otherwise. */
    void send(Problem problem, Exchange exchange, Callback callback) {
        problem.putHeaders(exchange.response());
        byte[] outcome = FhirAnswer.refusal(issueType(problem.status()), problem.code(), problem.detail());
        Answers.bytes(exchange.response(), callback, problem.status(), FhirAnswer.MEDIA_TYPE, outcome);
    }

    /** The code of FHIR's value set of issue types. */
    private static String issueType(int status) {
        return switch (status) {
            case HttpStatus.UNAUTHORIZED_401 -> "login";
            case HttpStatus.FORBIDDEN_403 -> "forbidden";
            case HttpStatus.REQUEST_TIMEOUT_408 -> "timeout";
            case HttpStatus.PAYLOAD_TOO_LARGE_413 -> "too-long";
            case HttpStatus.UNSUPPORTED_MEDIA_TYPE_415 -> "not-supported";
            case HttpStatus.TOO_MANY_REQUESTS_429 -> "throttled";
            case HttpStatus.SERVICE_UNAVAILABLE_503 -> "transient";
            default -> "structure";
        };
    }
}
