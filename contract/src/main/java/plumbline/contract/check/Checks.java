package plumbline.contract.check;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the arguments of a constructor, so that a client learns all of it in one answer. */
public final class Checks {
    private static final int MAX_ID = 64;
    private static final int MAX_TEXT = 128;

    private final List<Violation> violations = new ArrayList<>(0);

    /** Notes a violation unless the condition holds. */
    public Checks that(boolean holds, ErrorCode code, String field, String detail) {
        if (!holds) {
            violations.add(new Violation(code, field, detail));
        }
        return this;
    }

    /** Checks an identifier: 1-64 characters of {@code A-Za-z0-9._:-}. */
    public Checks id(String value, String field) {
        return that(isId(value), ErrorCode.INVALID_ID, field, "must be 1 to 64 characters of A-Z a-z 0-9 . _ : -");
    }

    /** Checks a short text: 1-128 characters, none of them a control character or half of a surrogate pair. */
    public Checks text(String value, String field) {
        return that(
                !value.isEmpty()
                        && value.length() <= MAX_TEXT
                        && value.codePoints().noneMatch(Checks::isBroken),
                ErrorCode.INVALID_TEXT,
                field,
                "must be 1 to 128 characters of text, without control characters");
    }

    private static boolean isBroken(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    /**
     * Ends the checks.
     *
     * @throws InvalidValue if any of them failed
     */
    public void done() {
        if (!violations.isEmpty()) {
            throw new InvalidValue(violations);
        }
    }

    /** Whether a text is an identifier of this contract. */
    public static boolean isId(String value) {
        if (value.isEmpty() || value.length() > MAX_ID) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && c != '.' && c != '_' && c != ':' && c != '-') {
                return false;
            }
        }
        return true;
    }
}
