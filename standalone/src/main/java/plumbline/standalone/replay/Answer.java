package plumbline.standalone.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.contract.json.Json;
import plumbline.standalone.preflight.Obstacle;

/** What an ingest service said to one batch: an outcome per event, or a problem with the whole request. */
record Answer(int status, JsonNode body, Duration retryAfter) {
    private static final Duration USUAL_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    static Answer of(HttpResponse<byte[]> response) {
        Duration wait = response.headers()
                .firstValue("Retry-After")
                .map(Answer::duration)
                .orElse(USUAL_WAIT);
        return new Answer(response.statusCode(), parse(response.body()), wait);
    }

    boolean isTooLarge() {
        return status == 413;
    }

    /** Why an entry of the directory was not taken. */
    Optional<Rejection> rejection(Line entry) {
        String code = body.path("code").asText("rejected");
        return switch (status) {
            case 200, 201 -> Optional.empty();
            case 400, 413, 415, 422 ->
                Optional.of(
                        body.path("errors").isEmpty()
                                ? new Rejection(entry, code, detail(), false)
                                : rejection(entry, body.path("errors")));
            case 403 -> Optional.of(new Rejection(entry, Rejection.NOT_ALLOWED, detail(), false));
            case 409, 429, 503 -> Optional.of(new Rejection(entry, code, detail(), true));
            default -> throw unusable();
        };
    }

    /** The lines that were not taken; all of them when the request as a whole was not. */
    List<Rejection> rejections(List<Line> lines) {
        return switch (status) {
            case 202, 207, 422 -> perEvent(lines);
            case 429, 503 -> whole(lines, "busy", true);
            case 400, 413 -> whole(lines, status == 413 ? "event-too-large" : "unreadable", false);
            default -> throw unusable();
        };
    }

    private Obstacle unusable() {
        return status == 401 || status == 403
                ? new Obstacle("The service does not accept the token: " + detail()
                        + "\nGet one with ./plumbline token --patient '*', and pass it with --token.")
                : new Obstacle("The service answered " + status + ": " + detail()
                        + "\nIs the address that of an ingest service? Name it with --to.");
    }

    private List<Rejection> perEvent(List<Line> lines) {
        List<Rejection> rejections = new ArrayList<>();
        for (JsonNode result : body.path("results")) {
            int index = result.path("index").asInt(-1);
            if (result.path("outcome").asText().equals("rejected") && index >= 0 && index < lines.size()) {
                rejections.add(rejection(lines.get(index), result.path("errors")));
            }
        }
        return rejections;
    }

    private static Rejection rejection(Line line, JsonNode errors) {
        List<String> details = new ArrayList<>();
        boolean retryable = !errors.isEmpty();
        for (JsonNode error : errors) {
            String pointer = error.path("pointer").asText();
            String field = pointer.replaceFirst("^/\\d+(?=/|$)", "").replaceFirst("^/", "");
            details.add(
                    (field.isEmpty() ? "" : field + " ") + error.path("detail").asText());
            retryable &= error.path("retryable").asBoolean();
        }
        return new Rejection(
                line, errors.path(0).path("code").asText("rejected"), String.join("; ", details), retryable);
    }

    private List<Rejection> whole(List<Line> lines, String code, boolean retryable) {
        return lines.stream()
                .map(line -> new Rejection(line, code, detail(), retryable))
                .toList();
    }

    private String detail() {
        String detail = body.path("detail").asText(body.path("title").asText());
        return detail.isEmpty() ? "no reason given" : detail;
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode tree = Json.mapper().readTree(body);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static Duration duration(String header) {
        Duration wait;
        try {
            wait = header.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(
                            Instant.now(), ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException | NumberFormatException nonsense) {
            return USUAL_WAIT;
        }
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
