package plumbline.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.Json;

/** A service's OpenAPI document, to be compared with what the service does. */
public final class OpenApi {
    private final JsonNode document;

    public OpenApi(String text) {
        this.document = json(text);
    }

    /** One method of one path. */
    public record Operation(String method, String path, JsonNode node) {
        public boolean isOpen() {
            return node.path("security").isEmpty();
        }

        /** The scope that a token needs. */
        public String scope() {
            return node.path("x-scope").asText();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** A named example of a request or of an answer. */
    public record Example(Operation operation, String name, String mediaType, int status, JsonNode value) {

        /** As it goes over the wire: text as it is, all else as JSON. */
        public String text() {
            return value.isTextual() ? value.textValue() : value.toString();
        }

        @Override
        public String toString() {
            return operation + " " + (status == 0 ? "" : status + " ") + mediaType + " " + name;
        }
    }

    public JsonNode document() {
        return document;
    }

    public List<Operation> operations() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(method -> !method.getKey().equals("parameters"))
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue())))
                .toList();
    }

    /** The methods of each path, to be compared with {@link Routes#table()}. */
    public Map<String, Set<String>> table() {
        return operations().stream()
                .collect(Collectors.groupingBy(
                        Operation::path,
                        TreeMap::new,
                        Collectors.mapping(Operation::method, Collectors.toCollection(TreeSet::new))));
    }

    /** Every example of a request's body. */
    public List<Example> requests() {
        return operations().stream()
                .flatMap(operation -> examples(operation, 0, operation.node().path("requestBody")))
                .toList();
    }

    /** Every example of an answer's body; those of ranges such as 4XX have the status of the range's beginning. */
    public List<Example> answers() {
        return operations().stream()
                .flatMap(operation -> operation
                        .node()
                        .path("responses")
                        .propertyStream()
                        .flatMap(answer -> examples(
                                operation,
                                Integer.parseInt(answer.getKey().replace('X', '0')),
                                resolve(answer.getValue()))))
                .toList();
    }

    private Stream<Example> examples(Operation operation, int status, JsonNode holder) {
        return holder.path("content")
                .propertyStream()
                .flatMap(media -> media.getValue()
                        .path("examples")
                        .propertyStream()
                        .map(example -> new Example(
                                operation,
                                example.getKey(),
                                media.getKey(),
                                status,
                                resolve(example.getValue()).path("value"))));
    }

    /** The operation of a request's method and actual path, if the document has one. */
    public Operation operation(String method, String path) {
        return operations().stream()
                .filter(operation ->
                        operation.method().equals(method) && operation.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not described: " + method + " " + path));
    }

    /** Fails unless the operation's answers include one of this status and type, whose schema the body fits. */
    public void assertDescribes(Operation operation, int status, @Nullable String mediaType, String body) {
        JsonNode answers = operation.node().path("responses");
        JsonNode answer = resolve(
                Optional.ofNullable(answers.get(Integer.toString(status))).orElse(answers.path(status / 100 + "XX")));
        assertThat(answer.isMissingNode()).as("%s has no %s", operation, status).isFalse();
        if (body.isEmpty()) {
            return;
        }
        String type = String.valueOf(mediaType).split(";", 2)[0];
        JsonNode media = answer.path("content").path(type);
        assertThat(media.isMissingNode())
                .as("%s %s has no %s", operation, status, type)
                .isFalse();
        if (type.endsWith("json")) {
            assertThat(mistakes(media.path("schema"), json(body)))
                    .as("%s %s %s", operation, status, body)
                    .isEmpty();
        }
    }

    /** What keeps a value from fitting a schema of the document. */
    public Set<String> mistakes(JsonNode schema, JsonNode value) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.putArray("allOf").add(schema);
        root.set("components", document.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root).validate(value).stream()
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(text, notJson);
        }
    }
}
