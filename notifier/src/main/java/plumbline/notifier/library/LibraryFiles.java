package plumbline.notifier.library;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.vocabulary.Code;
import plumbline.contract.vocabulary.Codes;
import plumbline.notifier.text.ExerciseLibrary;
import plumbline.notifier.text.ExerciseRow;
import plumbline.notifier.text.Library;
import plumbline.notifier.text.PlanWords;
import plumbline.notifier.text.Script;
import plumbline.notifier.text.Texts;

/** The library's YAML files, checked as a whole. */
public final class LibraryFiles {
    private static final ObjectReader YAML = new YAMLMapper()
            .reader()
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    private static final List<String> LANGUAGES = List.of("en", "de");

    private LibraryFiles() {}

    private record Messages(Map<String, String> messages, Map<String, String> reasons, Map<String, String> names) {}

    private record Exercises(List<ExerciseRow> rows, PlanWords words, String walk, String dose) {}

    /**
     * The library that comes with the notifier.
     *
     * @throws IllegalArgumentException if it is not complete, naming the entry
     */
    public static Library load() {
        Map<String, Texts> texts = new HashMap<>();
        Map<String, ExerciseLibrary> plans = new HashMap<>();
        try {
            for (String language : LANGUAGES) {
                try (InputStream messages = open("messages-" + language + ".yaml");
                        InputStream exercises = open("exercises-" + language + ".yaml")) {
                    texts.put(language, texts(messages));
                    plans.put(language, exercises(exercises));
                }
            }
            return new Library(texts, plans);
        } catch (IOException fault) {
            throw new UncheckedIOException("the message library cannot be read", fault);
        }
    }

    static Texts texts(InputStream messages) throws IOException {
        Messages said = YAML.readValue(messages, Messages.class);
        return new Texts(
                byCode(said.messages(), Script.class), byCode(said.reasons(), FindingKind.class), said.names());
    }

    static ExerciseLibrary exercises(InputStream exercises) throws IOException {
        Exercises done = YAML.readValue(exercises, Exercises.class);
        return new ExerciseLibrary(done.rows(), done.words(), done.walk(), done.dose());
    }

    private static <E extends Enum<E> & Code> Map<E, String> byCode(Map<String, String> texts, Class<E> type) {
        Codes<E> codes = Codes.of(type);
        Map<E, String> found = new EnumMap<>(type);
        texts.forEach((code, text) -> found.put(
                codes.find(code)
                        .orElseThrow(() -> new IllegalArgumentException(code + " is not one of " + codes.all())),
                text));
        return found;
    }

    private static InputStream open(String name) throws IOException {
        InputStream found = LibraryFiles.class.getResourceAsStream(name);
        if (found == null) {
            throw new IOException(name + " is missing from the classpath");
        }
        return found;
    }
}
