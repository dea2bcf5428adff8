package plumbline.chassis.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that the environment can set.
 *
 * @param name the variable, {@code PLUMBLINE_...}
 * @param fallback the text that counts where the variable is not set; must be readable
 * @param meaning what it sets, with unit and range, for the README
 * @param reader turns the text into the value; its {@link IllegalArgumentException} says what is expected
 */
public record Setting<T>(String name, String fallback, String meaning, Function<String, T> reader) {

    /** A text, as it stands. */
    public static Setting<String> text(String name, String fallback, String meaning) {
        return new Setting<>(name, fallback, meaning, Function.identity());
    }

    /** A text that may be missing; an empty one is missing. */
    public static Setting<Optional<String>> optional(String name, String meaning) {
        return new Setting<>(name, "", meaning, text -> Optional.of(text).filter(t -> !t.isBlank()));
    }

    /** A whole number in a range, both ends included. */
    public static Setting<Integer> whole(String name, int fallback, int least, int most, String meaning) {
        return new Setting<>(name, Integer.toString(fallback), meaning, text -> {
            try {
                int value = Integer.parseInt(text.strip());
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                // Said below, as for a number out of range.
            }
            throw new IllegalArgumentException("must be a whole number from " + least + " to " + most);
        });
    }

    /** True or false. */
    public static Setting<Boolean> flag(String name, boolean fallback, String meaning) {
        return new Setting<>(name, Boolean.toString(fallback), meaning, text -> switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        });
    }
}
