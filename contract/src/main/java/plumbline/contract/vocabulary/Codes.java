package plumbline.contract.vocabulary;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The lookup from codes to the constants of one enumeration. */
public final class Codes<E extends Enum<E> & Code> {
    private final Map<String, E> byCode = new LinkedHashMap<>();
    private final String all;

    private Codes(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            byCode.put(constant.code(), constant);
        }
        all = String.join(", ", byCode.keySet());
    }

    public static <E extends Enum<E> & Code> Codes<E> of(Class<E> type) {
        return new Codes<>(type);
    }

    /** The constant with exactly this code, if there is one. */
    public Optional<E> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Every code, in declaration order, as a remedy in an error: {@code left, right, both}. */
    public String all() {
        return all;
    }
}
