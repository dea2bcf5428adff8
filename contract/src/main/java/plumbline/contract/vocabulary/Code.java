package plumbline.contract.vocabulary;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A constant that has a code on the wire: its name in lower-kebab-case, such as {@code lower-back}. */
public interface Code {

    /** The code as it is written in JSON. */
    @JsonValue
    String code();

    /** The code that belongs to a constant's name. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
