package plumbline.notifier.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Site;
import plumbline.notifier.Findings;
import plumbline.notifier.text.Library;
import plumbline.notifier.text.Script;

class LibraryFilesTest {
    private final Library library = LibraryFiles.load();
    private final Findings groin =
            new Findings("f", "p-1", FindingKind.PERSISTENT_PAIN, Severity.ROUTINE, java.util.Optional.of(Site.GROIN));

    @Test
    void whatIsForbiddenByAnOpenPainLeavesTheWalk() {
        assertThat(library.exercises(Locale.ENGLISH).plan(groin.opened(Instant.EPOCH), Set.of(Site.GROIN)))
                .startsWith("Walk: ")
                .doesNotContain("Release");
    }

    @Test
    void aPlanNamesWhatOnlyThePatientCanKnow() {
        assertThat(library.exercises(Locale.ENGLISH)
                        .plan(
                                Findings.of(FindingKind.PERSISTENT_PAIN, Severity.ROUTINE)
                                        .opened(Instant.EPOCH),
                                Set.of(Site.LOWER_BACK)))
                .contains("Leave the exercises out with: a suspected fracture, late pregnancy.");
    }

    @Test
    void aPlanIsInThePatientsLanguageAndForbidsTheSame() {
        String german = library.exercises(Locale.GERMAN)
                .plan(Findings.of(FindingKind.PERSISTENT_PAIN, Severity.ROUTINE).opened(Instant.EPOCH), Set.of());

        assertThat(german)
                .startsWith("1. Lösen (beide Seiten): ")
                .contains("2. Dehnen", "3. Kräftigen", "4. Gehen: ", "Lassen Sie die Übungen weg bei: ")
                .doesNotContain("Release", "side");
        assertThat(library.exercises(Locale.GERMAN).plan(groin.opened(Instant.EPOCH), Set.of(Site.GROIN)))
                .startsWith("Gehen: ");
    }

    @Test
    void anExerciseWithAMissingTextIsNamed() {
        assertThatThrownBy(() -> LibraryFiles.exercises(yaml("{rows: [], walk: x, dose: y}")))
                .hasMessageContaining("words");
    }

    @Test
    void aTemplateWithAnUnknownFieldIsNamed() throws Exception {
        String english;
        try (InputStream file = LibraryFiles.class.getResourceAsStream("messages-en.yaml")) {
            english = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThatThrownBy(() -> LibraryFiles.texts(yaml(english.replace("{severity} alert", "{colour} alert"))))
                .hasMessageContaining("messages/team-first: {colour} is not one of");
    }

    @Test
    void aMissingTextIsNamed() {
        assertThatThrownBy(() -> LibraryFiles.texts(yaml("{messages: {}, reasons: {}, names: {}}")))
                .hasMessageContaining("messages/team-first");
    }

    @Test
    void anUnknownScriptIsNamed() {
        assertThatThrownBy(() -> LibraryFiles.texts(yaml("{messages: {hurry: x}, reasons: {}, names: {}}")))
                .hasMessageContaining("hurry is not one of");
    }

    @Test
    void everyLanguageSaysSomethingOfItsOwn() {
        for (Script script : Script.values()) {
            if (script != Script.EXERCISE_PLAN) {
                assertThat(library.texts(Locale.GERMAN).of(script, groin.opened(Instant.EPOCH)))
                        .doesNotContain("{")
                        .isNotEqualTo(library.texts(Locale.ENGLISH).of(script, groin.opened(Instant.EPOCH)));
            }
        }
    }

    @Test
    void aLanguageThatIsNotThereIsEnglish() {
        assertThat(library.texts(Locale.forLanguageTag("fr-CH"))).isSameAs(library.texts(Locale.ENGLISH));
    }

    private static InputStream yaml(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
