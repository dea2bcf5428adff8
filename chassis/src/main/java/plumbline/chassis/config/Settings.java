package plumbline.chassis.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Reads the settings of one service from an environment, and gathers every mistake instead of stopping at the first. A service's
 * config record reads all of its settings and then calls {@link #done()}.
 */
public final class Settings {
    /** What every variable of ours begins with. */
    public static final String PREFIX = "PLUMBLINE_";

    private final Map<String, String> values = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /**
     * Takes the variables that are ours, and notes each that no setting explains.
     *
     * @param environment as of {@link System#getenv()}
     * @param known the settings that may be there
     */
    public Settings(Map<String, String> environment, Collection<Setting<?>> known) {
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                values.put(name, value);
            }
        });
        List<String> names = known.stream().map(Setting::name).sorted().toList();
        values.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> mistake(name, "is not a setting here; known are " + String.join(", ", names)));
    }

    /** The value of a setting; where it cannot be read, that is noted and the fallback returned. */
    public <T> T read(Setting<T> setting) {
        String text = values.getOrDefault(setting.name(), setting.fallback());
        try {
            return setting.reader().apply(text);
        } catch (IllegalArgumentException wrong) {
            mistake(setting.name(), Objects.requireNonNullElse(wrong.getMessage(), "cannot be read"));
            return setting.reader().apply(setting.fallback());
        }
    }

    /** Notes a mistake that concerns a setting, such as one that contradicts another. */
    public void mistake(String name, String remedy) {
        mistakes.add(name + " " + remedy);
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidSettings naming all mistakes
     */
    public void done() {
        if (!mistakes.isEmpty()) {
            throw new InvalidSettings(mistakes);
        }
    }
}
