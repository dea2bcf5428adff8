package plumbline.chassis.http;

import java.util.Map;
import java.util.TreeMap;

/**
 * Whether a service can do its work now.
 *
 * @param ready whether traffic should come
 * @param parts what each part says of itself, such as {@code kafka: reachable} or {@code state: restoring, 40 %}
 */
public record Readiness(boolean ready, Map<String, String> parts) {

    public Readiness {
        parts = Map.copyOf(new TreeMap<>(parts));
    }

    /** One part's word. */
    public static Readiness of(String part, boolean ready, String word) {
        return new Readiness(ready, Map.of(part, word));
    }

    /** Both together: ready when both are. */
    public Readiness and(Readiness other) {
        Map<String, String> both = new TreeMap<>(parts);
        both.putAll(other.parts);
        return new Readiness(ready && other.ready, both);
    }
}
