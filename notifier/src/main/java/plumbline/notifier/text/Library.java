package plumbline.notifier.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the notifier has to say.
 *
 * @param texts by the code of their language; English is always there
 */
public record Library(Map<String, Texts> texts, ExerciseLibrary exercises) {
    private static final String USUAL = Locale.ENGLISH.getLanguage();

    public Library {
        texts = Map.copyOf(texts);
        if (!texts.containsKey(USUAL)) {
            throw new IllegalArgumentException("messages: there are none in English");
        }
    }

    /** The texts in a language; in English where there are none in it. */
    public Texts texts(Locale language) {
        return Optional.ofNullable(texts.get(language.getLanguage()))
                .or(() -> Optional.ofNullable(texts.get(USUAL)))
                .orElseThrow();
    }
}
