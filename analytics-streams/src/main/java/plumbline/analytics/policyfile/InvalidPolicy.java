package plumbline.analytics.policyfile;

import java.util.List;

/** A policy file that cannot be used; names every mistake in it. Carries no stack trace: the file is at fault. */
public final class InvalidPolicy extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    InvalidPolicy(String file, List<String> mistakes) {
        super("policy " + file + ": " + inLines(mistakes), null, false, false);
        this.mistakes = List.copyOf(mistakes);
    }

    private static String inLines(List<String> mistakes) {
        return mistakes.size() == 1
                ? mistakes.get(0)
                : mistakes.size() + " mistakes\n  " + String.join("\n  ", mistakes);
    }

    /** Each mistake, with the key and what was expected. */
    public List<String> mistakes() {
        return mistakes;
    }
}
