package plumbline.notifier.text;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Code;

/** The words of every message, with {@code {kind}}, {@code {severity}} and {@code {reason}} to be filled in. */
public final class Texts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]*)}");
    private static final int MAX_LENGTH = 500;

    private final Map<Script, String> messages;
    private final Map<FindingKind, String> reasons;
    private final Map<String, String> names;

    /**
     * @param messages a template for each script but the exercise plan, which has its library
     * @param reasons why a patient is written to, in plain words, for each kind of finding
     * @param names of kinds and severities by their codes
     * @throws IllegalArgumentException if one is missing, too long, or names an unknown placeholder
     */
    public Texts(Map<Script, String> messages, Map<FindingKind, String> reasons, Map<String, String> names) {
        this.names = Map.copyOf(names);
        this.messages = new EnumMap<>(messages);
        this.reasons = new EnumMap<>(reasons);
        for (Script script : Script.values()) {
            if (script != Script.EXERCISE_PLAN) {
                check("messages/" + script.code(), this.messages.get(script));
            }
        }
        for (FindingKind kind : FindingKind.values()) {
            check("reasons/" + kind.code(), this.reasons.get(kind));
            check("names/" + kind.code(), names.get(kind.code()));
        }
        for (Severity severity : Severity.values()) {
            check("names/" + severity.code(), names.get(severity.code()));
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
                            case "kind" -> name(finding.kind());
                            case "severity" -> name(finding.severity());
                            default -> reasons.getOrDefault(finding.kind(), "");
                        }));
    }

    private String name(Code code) {
        return names.getOrDefault(code.code(), code.code());
    }
}
