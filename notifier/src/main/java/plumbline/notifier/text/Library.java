package plumbline.notifier.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the notifier has to say, by the code of its language; English is always there.
 *
 * @param exercises in the same languages
 */
public record Library(Map<String, Texts> texts, Map<String, ExerciseLibrary> exercises) {
    private static final String USUAL = Locale.ENGLISH.getLanguage();

    public Library {
        texts = Map.copyOf(texts);
        exercises = Map.copyOf(exercises);
        if (!texts.containsKey(USUAL)) {
            throw new IllegalArgumentException("messages: there are none in English");
        }
        if (!texts.keySet().equals(exercises.keySet())) {
            throw new IllegalArgumentException("exercises: there must be some in each of " + texts.keySet());
        }
        long kinds = exercises.values().stream()
                .map(ExerciseLibrary::prohibitions)
                .distinct()
                .count();
        if (kinds > 1) {
            throw new IllegalArgumentException("exercises: sites and stopsWith must be the same in every language");
        }
    }

    /** The texts in a language; in English where there are none in it. */
    public Texts texts(Locale language) {
        return in(language, texts);
    }

    /** The exercises in a language; in English where there are none in it. */
    public ExerciseLibrary exercises(Locale language) {
        return in(language, exercises);
    }

    private static <T> T in(Locale language, Map<String, T> all) {
        return Optional.ofNullable(all.get(language.getLanguage()))
                .or(() -> Optional.ofNullable(all.get(USUAL)))
                .orElseThrow();
    }
}
