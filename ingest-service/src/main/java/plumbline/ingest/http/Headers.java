package plumbline.ingest.http;

import java.util.HashMap;
import java.util.List;
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
import plumbline.dialects.fhir.FhirAnswer;
import plumbline.ingest.intake.BinaryEvent;
import plumbline.ingest.intake.BodyFormat;
import plumbline.ingest.intake.Dialect;

/** What a request says of its body. */
final class Headers {
    static final String FORMATS =
            Stream.of(BodyFormat.values()).map(BodyFormat::mediaType).collect(Collectors.joining(", "));
    static final String FHIR_FORMATS = FhirAnswer.MEDIA_TYPE + ", application/json";
    static final String JSON = "application/json";
    static final String ENCODINGS = "gzip, zstd, identity";

    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "us-ascii");

    /** What the media types of CloudEvents begin with that hold all of an event in the body. */
    private static final String CLOUD_EVENTS = "application/cloudevents";

    /** The header that tells a CloudEvent in binary mode from a native event. */
    private static final String BINARY = CloudEvents.HEADER + "specversion";

    private Headers() {}

    /** The dialect that the request names, if it is one that is taken, and in UTF-8. */
    static Optional<Dialect> dialect(Request request) {
        String contentType = contentType(request);
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        String mediaType = parts[0].strip();
        if (!isUtf8(parts)) {
            return Optional.empty();
        }
        return request.getHeaders().contains(BINARY) && !mediaType.startsWith(CLOUD_EVENTS)
                ? Optional.of(new BinaryEvent(
                        attributes(request), Optional.of(contentType).filter(text -> !text.isEmpty())))
                : BodyFormat.find(mediaType).map(Dialect.class::cast);
    }

    /** The dialect, where the body is FHIR R4 in JSON and UTF-8 for all that the request says. */
    static Optional<Dialect> fhir(Request request, Dialect dialect) {
        String[] parts = contentType(request).toLowerCase(Locale.ROOT).split(";", -1);
        boolean isJson = List.of(FHIR_FORMATS.split(", ")).contains(parts[0].strip());
        boolean isR4 = parameters(parts, "fhirversion").allMatch(version -> version.matches("4\\.0(\\.\\d+)?"));
        return isJson && isR4 && isUtf8(parts) ? Optional.of(dialect) : Optional.empty();
    }

    /** Whether the body is one JSON document, in UTF-8. */
    static boolean isJson(Request request) {
        String[] parts = contentType(request).toLowerCase(Locale.ROOT).split(";", -1);
        return parts[0].strip().equals(JSON) && isUtf8(parts);
    }

    private static Map<String, String> attributes(Request request) {
        Map<String, String> attributes = new HashMap<>();
        request.getHeaders().forEach(header -> {
            String name = header.getLowerCaseName();
            if (name.startsWith(CloudEvents.HEADER)) {
                String value = Optional.ofNullable(header.getValue()).orElse("");
                attributes.merge(name, value, (first, second) -> first + CloudEvents.TWICE + second);
            }
        });
        return attributes;
    }

    private static String contentType(Request request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse("");
    }

    /** Whether no parameter of a content type names another charset. */
    private static boolean isUtf8(String[] parts) {
        return parameters(parts, "charset").allMatch(UTF_8::contains);
    }

    /** The values of a parameter of a content type; empty text where one has none. */
    private static Stream<String> parameters(String[] parts, String name) {
        return Stream.of(parts)
                .skip(1)
                .map(parameter -> (parameter + "=").split("=", -1))
                .filter(parameter -> parameter[0].strip().equals(name))
                .map(parameter -> parameter[1].strip().replace("\"", ""));
    }

    /** How the body is packed; nothing where it is in a way that is not taken. */
    static Optional<Packing> packing(Request request) {
        String coding = String.join(",", request.getHeaders().getValuesList(HttpHeader.CONTENT_ENCODING))
                .toLowerCase(Locale.ROOT)
                .strip();
        return switch (coding) {
            case "", "identity" -> Optional.of(Packing.NONE);
            case "gzip", "x-gzip" -> Optional.of(Packing.GZIP);
            case "zstd" -> Optional.of(Packing.ZSTD);
            default -> Optional.empty();
        };
    }

    /** Whether the query asks for all results. */
    static boolean isVerbose(Request request) {
        return "true".equals(Request.extractQueryParameters(request).getValue("verbose"));
    }

    static Problem unsupportedFormat(String formats) {
        return Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                "unsupported-media-type",
                "Send one of these as Content-Type, in UTF-8: " + formats);
    }

    static Problem unsupportedEncoding() {
        return Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                "unsupported-encoding",
                "Send the body plain, or with Content-Encoding: gzip or zstd");
    }
}
