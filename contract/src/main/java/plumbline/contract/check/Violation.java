package plumbline.contract.check;

/**
 * One thing that is wrong with a value.
 *
 * @param field the field as a JSON pointer without its leading slash, such as {@code load/left}; empty for the value as a whole
 * @param detail what was expected and how to mend it; never repeats a measured value
 */
public record Violation(ErrorCode code, String field, String detail) {}
