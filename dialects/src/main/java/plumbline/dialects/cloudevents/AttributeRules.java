package plumbline.dialects.cloudevents;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import plumbline.contract.json.Rfc3339;

/** What CloudEvents 1.0.2 demands of the names and values of attributes. */
final class AttributeRules {
    private static final Set<String> CORE =
            Set.of("specversion", "id", "source", "type", "datacontenttype", "dataschema", "subject", "time");
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "\\s*(;.*)?");

    private AttributeRules() {}

    /** Whether a name is one or more of a-z and 0-9. */
    static boolean isName(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    }

    /** Whether the specification itself defines the attribute; all of these are strings. */
    static boolean isCore(String name) {
        return CORE.contains(name);
    }

    /** What is wrong with the value of an attribute, as a sentence that follows its name. */
    static Optional<String> check(String name, String value) {
        if (!isText(value)) {
            return Optional.of("must be text without control characters, lone surrogates and noncharacters");
        }
        if (isCore(name) && value.isEmpty()) {
            return Optional.of("must not be empty");
        }
        return switch (name) {
            case "specversion" -> unless(value.equals("1.0"), "must be 1.0");
            case "source" -> unless(uri(value).isPresent(), "must be a URI reference (RFC 3986)");
            case "dataschema" ->
                unless(uri(value).filter(URI::isAbsolute).isPresent(), "must be an absolute URI (RFC 3986)");
            case "time" ->
                unless(
                        Rfc3339.parse(value).isPresent(),
                        "must be an RFC 3339 time with an offset, such as 2026-11-20T07:30:00+01:00");
            case "datacontenttype" ->
                unless(MEDIA_TYPE.matcher(value).matches(), "must be a media type, such as application/json");
            default -> Optional.empty();
        };
    }

    /** Whether a media type declares JSON: its subtype is {@code json} or ends in {@code +json}. */
    static boolean isJson(String mediaType) {
        String plain = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return plain.endsWith("/json") || (plain.endsWith("+json") && plain.contains("/"));
    }

    private static Optional<String> unless(boolean holds, String detail) {
        return holds ? Optional.empty() : Optional.of(detail);
    }

    private static Optional<URI> uri(String value) {
        try {
            return Optional.of(new URI(value));
        } catch (URISyntaxException invalid) {
            return Optional.empty();
        }
    }

    private static boolean isText(String value) {
        return value.codePoints()
                .noneMatch(c -> Character.isISOControl(c)
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                        || (c & 0xFFFE) == 0xFFFE
                        || (c >= 0xFDD0 && c <= 0xFDEF));
    }
}
