package plumbline.standalone.explanation;

import java.util.ArrayList;
import java.util.List;

/** Lines of at most 80 columns. */
final class Page {
    static final int WIDTH = 80;

    private final List<String> lines = new ArrayList<>();

    /** A heading after an empty line. */
    Page heading(String text) {
        lines.add("");
        lines.add(text);
        return this;
    }

    Page line(String text) {
        lines.add(text.stripTrailing());
        return this;
    }

    /** A text that goes on in further lines under its beginning, which comes after the label. */
    Page text(String label, String text) {
        String indent = " ".repeat(label.length());
        StringBuilder line = new StringBuilder(label);
        boolean begins = true;
        for (String word : text.split(" ", -1)) {
            if (!begins && line.length() + 1 + word.length() > WIDTH) {
                line(line.toString());
                line = new StringBuilder(indent);
                begins = true;
            }
            line.append(begins ? "" : " ").append(word);
            begins = false;
        }
        return line(line.toString());
    }

    Page all(List<String> more) {
        more.forEach(this::line);
        return this;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
