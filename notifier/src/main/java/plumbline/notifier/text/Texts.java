package plumbline.notifier.text;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;

/** The words of every message, with {@code {kind}}, {@code {severity}} and {@code {reason}} to be filled in. */
public final class Texts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]*)}");
    private static final int MAX_LENGTH = 500;

    private final Map<Script, String> messages;
    private final Map<FindingKind, String> reasons;

    /**
     * @param messages a template for each script but the exercise plan, which has its library
     * @param reasons why a patient is written to, in plain words, for each kind of finding
     * @throws IllegalArgumentException if one is missing, too long, or names an unknown placeholder
     */
    public Texts(Map<Script, String> messages, Map<FindingKind, String> reasons) {
        this.messages = new EnumMap<>(messages);
        this.reasons = new EnumMap<>(reasons);
        for (Script script : Script.values()) {
            if (script != Script.EXERCISE_PLAN) {
                check("messages/" + script.code(), this.messages.get(script));
            }
        }
        for (FindingKind kind : FindingKind.values()) {
            check("reasons/" + kind.code(), this.reasons.get(kind));
        }
    }

    private static void check(String name, @Nullable String template) {
        if (template == null || template.isBlank() || template.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(name + ": needs a text of 1 to " + MAX_LENGTH + " characters");
        }
        PLACEHOLDER.matcher(template).results().map(found -> found.group(1)).forEach(placeholder -> {
            if (!placeholder.equals("kind") && !placeholder.equals("severity") && !placeholder.equals("reason")) {
                throw new IllegalArgumentException(
                        name + ": {" + placeholder + "} is not one of {kind} {severity} {reason}");
            }
        });
    }

    /** The text of a script about a finding; names no measured value. */
    public String of(Script script, Finding finding) {
        return PLACEHOLDER
                .matcher(messages.getOrDefault(script, ""))
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "kind" -> finding.kind().code();
                            case "severity" -> finding.severity().code();
                            default -> reasons.getOrDefault(finding.kind(), "");
                        }));
    }
}
