package plumbline.ingest.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import plumbline.chassis.http.Problem;
import plumbline.dialects.cloudevents.CloudEvents;
import plumbline.ingest.intake.BinaryEvent;
import plumbline.ingest.intake.BodyFormat;
import plumbline.ingest.intake.Dialect;

/** What a request says of its body. */
final class Headers {
    static final String FORMATS =
            Stream.of(BodyFormat.values()).map(BodyFormat::mediaType).collect(Collectors.joining(", "));
    static final String JSON = "application/json";
    static final String ENCODINGS = "gzip, identity";

    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "us-ascii");

    /** What the media types of CloudEvents begin with that hold all of an event in the body. */
    private static final String CLOUD_EVENTS = "application/cloudevents";

    /** The header that tells a CloudEvent in binary mode from a native event. */
    private static final String BINARY = CloudEvents.HEADER + "specversion";

    private Headers() {}

    /** The dialect that the request names, if it is one that is taken, and in UTF-8. */
    static Optional<Dialect> dialect(Request request) {
        Optional<String> contentType = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        String[] parts = contentType.orElse("").toLowerCase(Locale.ROOT).split(";", -1);
        String mediaType = parts[0].strip();
        if (!isUtf8(parts)) {
            return Optional.empty();
        }
        return request.getHeaders().contains(BINARY) && !mediaType.startsWith(CLOUD_EVENTS)
                ? Optional.of(new BinaryEvent(attributes(request), contentType))
                : BodyFormat.find(mediaType).map(Dialect.class::cast);
    }

    /** Whether the body is one JSON document, in UTF-8. */
    static boolean isJson(Request request) {
        String contentType = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse("");
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        return parts[0].strip().equals(JSON) && isUtf8(parts);
    }

    private static Map<String, String> attributes(Request request) {
        Map<String, String> attributes = new HashMap<>();
        request.getHeaders().forEach(header -> {
            String name = header.getLowerCaseName();
            if (name.startsWith(CloudEvents.HEADER)) {
                String value = Optional.ofNullable(header.getValue()).orElse("");
                attributes.merge(name, value, (first, second) -> first + ", " + second);
            }
        });
        return attributes;
    }

    /** Whether no parameter of a content type names another charset. */
    private static boolean isUtf8(String[] parts) {
        return Stream.of(parts)
                .skip(1)
                .map(parameter -> parameter.split("=", 2))
                .filter(parameter -> parameter[0].strip().equals("charset"))
                .allMatch(parameter -> parameter.length == 2
                        && UTF_8.contains(parameter[1].strip().replace("\"", "")));
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
                "Send one of these as Content-Type, in UTF-8: " + FORMATS);
    }

    static Problem unsupportedEncoding() {
        return Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                "unsupported-encoding",
                "Send the body plain, or with Content-Encoding: gzip");
    }
}
