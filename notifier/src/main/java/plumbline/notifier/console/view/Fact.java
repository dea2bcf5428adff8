package plumbline.notifier.console.view;

/**
 * A number with its name in plain words.
 *
 * @param limit whether it is a threshold of the rule, to be read beside the values
 */
public record Fact(String label, String value, boolean limit) {}
