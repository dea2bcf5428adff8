package plumbline.notifier.text;

/** Everything that the notifier has to say. */
public record Library(Texts texts, ExerciseLibrary exercises) {}
