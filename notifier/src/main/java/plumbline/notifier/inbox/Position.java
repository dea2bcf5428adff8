package plumbline.notifier.inbox;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far somebody has seen the topic of alerts: the newest offset of each partition. It means the same on every instance and after
 * every restart, so a stream can be resumed anywhere.
 */
public record Position(Map<Integer, Long> offsets) {
    /** Has seen nothing. */
    public static final Position START = new Position(Map.of());

    private static final String NOTHING = "start";
    private static final int MAX_LENGTH = 6_000;

    public Position {
        offsets = Map.copyOf(offsets);
    }

    /** Whether this record of the topic was seen. */
    public boolean covers(int partition, long offset) {
        return offsets.getOrDefault(partition, -1L) >= offset;
    }

    /** As {@code 0.17-1.4}: partition and offset; of characters that an address may hold. */
    public String text() {
        return offsets.isEmpty()
                ? NOTHING
                : new TreeMap<>(offsets)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "." + entry.getValue())
                                .collect(Collectors.joining("-"));
    }

    /** Reads {@link #text}; absent where it is none. */
    public static Optional<Position> parse(String text) {
        if (text.equals(NOTHING)) {
            return Optional.of(START);
        }
        if (text.length() > MAX_LENGTH || !text.matches("\\d{1,9}\\.\\d{1,18}(-\\d{1,9}\\.\\d{1,18})*")) {
            return Optional.empty();
        }
        Map<Integer, Long> offsets = new TreeMap<>();
        for (String part : text.split("-", -1)) {
            int dot = part.indexOf('.');
            offsets.put(Integer.valueOf(part.substring(0, dot)), Long.valueOf(part.substring(dot + 1)));
        }
        return Optional.of(new Position(offsets));
    }
}
