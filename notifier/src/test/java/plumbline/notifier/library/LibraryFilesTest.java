package plumbline.notifier.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Site;
import plumbline.notifier.Findings;
import plumbline.notifier.text.Library;

class LibraryFilesTest {
    private final Library library = LibraryFiles.load();
    private final Findings groin =
            new Findings("f", "p-1", FindingKind.PERSISTENT_PAIN, Severity.ROUTINE, java.util.Optional.of(Site.GROIN));

    @Test
    void whatIsForbiddenByAnOpenPainLeavesTheWalk() {
        assertThat(library.exercises().plan(groin.opened(Instant.EPOCH), Set.of(Site.GROIN)))
                .startsWith("Walk: ")
                .doesNotContain("Release");
    }

    @Test
    void aPlanNamesWhatOnlyThePatientCanKnow() {
        assertThat(library.exercises()
                        .plan(
                                Findings.of(FindingKind.PERSISTENT_PAIN, Severity.ROUTINE)
                                        .opened(Instant.EPOCH),
                                Set.of(Site.LOWER_BACK)))
                .contains("Leave the exercises out with: a suspected fracture, late pregnancy.");
    }

    @Test
    void aMissingTextIsNamed() {
        assertThatThrownBy(() ->
                        LibraryFiles.read(yaml("{messages: {}, reasons: {}}"), yaml("{rows: [], walk: w, dose: d}")))
                .hasMessageContaining("messages/team-first");
    }

    @Test
    void anUnknownScriptIsNamed() {
        assertThatThrownBy(() -> LibraryFiles.read(
                        yaml("{messages: {hurry: x}, reasons: {}}"), yaml("{rows: [], walk: w, dose: d}")))
                .hasMessageContaining("hurry is not one of");
    }

    private static InputStream yaml(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
