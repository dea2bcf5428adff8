package plumbline.ingest.http;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import plumbline.chassis.http.Problem;
import plumbline.ingest.intake.BodyFormat;

/** What a request says of its body. */
final class Headers {
    static final String FORMATS =
            Stream.of(BodyFormat.values()).map(BodyFormat::mediaType).collect(Collectors.joining(", "));
    static final String ENCODINGS = "gzip, identity";

    private Headers() {}

    /** The format that the request names, if it is one that is taken, and in UTF-8. */
    static Optional<BodyFormat> format(Request request) {
        String contentType = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (contentType == null) {
            return Optional.empty();
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].split("=", 2);
            if (parameter[0].strip().equals("charset") && !isUtf8(parameter)) {
                return Optional.empty();
            }
        }
        return BodyFormat.find(parts[0].strip());
    }

    private static boolean isUtf8(String[] parameter) {
        String charset = parameter.length < 2 ? "" : parameter[1].strip().replace("\"", "");
        return charset.equals("utf-8") || charset.equals("utf8") || charset.equals("us-ascii");
    }

    /** Whether the body is compressed with gzip; nothing where it is encoded otherwise. */
    static Optional<Boolean> isGzip(Request request) {
        String coding = String.join(",", request.getHeaders().getValuesList(HttpHeader.CONTENT_ENCODING))
                .toLowerCase(Locale.ROOT)
                .strip();
        return switch (coding) {
            case "", "identity" -> Optional.of(false);
            case "gzip", "x-gzip" -> Optional.of(true);
            default -> Optional.empty();
        };
    }

    /** Whether the query asks for all results. */
    static boolean isVerbose(Request request) {
        return "true".equals(Request.extractQueryParameters(request).getValue("verbose"));
    }

    static Problem unsupportedFormat() {
        return Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                "unsupported-media-type",
                "Send Content-Type: application/json or application/x-ndjson, in UTF-8");
    }

    static Problem unsupportedEncoding() {
        return Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                "unsupported-encoding",
                "Send the body plain, or with Content-Encoding: gzip");
    }
}
