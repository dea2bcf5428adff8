package plumbline.analytics.policyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.vocabulary.Measure;

class PolicyFileTest {

    @Test
    void thePolicyOfTheReleaseIsWhole() {
        var policy = PolicyFile.standard();

        assertThat(policy.version()).isEqualTo("2026.11");
        assertThat(policy.leftRight().measures().keySet())
                .startsWith(Measure.GROUND_FORCE)
                .doesNotContain(Measure.WALKING_ASYMMETRY);
    }

    @Test
    void namesEveryMistakeAtOnce() throws IOException {
        String broken = standard()
                .replace("sudden-from: 7 ", "sudden-from: 11 ")
                .replace("span-days: 4", "span-dayz: 4")
                .replace("pulsatile-abdomen", "pulsating-abdomen")
                .replace("watch: 12,  act: 18", "watch: 22,  act: 18")
                .replace("adopt-days: 28", "adopt-days: 3")
                .replace("quiet: {lambda: 12, same-side-days: 5}", "quiet: {lambda: 12, same-side-days: 8}")
                .replace("reported-share: 0.6", "reported-share: many");

        assertThat(mistakes(broken))
                .containsExactlyInAnyOrder(
                        "urgent-pain.sudden-from must be a whole number from 1 to 10",
                        "persistent-pain.span-days must be a whole number from 1 to 60",
                        "persistent-pain.span-dayz is unknown",
                        "red-flags.emergency.codes has the unknown code pulsating-abdomen",
                        "left-right.measures.standing-load.watch must be at most act",
                        "left-right.device-suspect.adopt-days must be more than days",
                        "left-right.change.quiet.same-side-days must be at most window.days",
                        "persistent-pain.reported-share must be a number above 0, at most 1.0");
    }

    @Test
    void anEmptyFileIsMissingEverything() {
        assertThat(mistakes("{}"))
                .anyMatch(mistake -> mistake.startsWith("version"))
                .hasSizeGreaterThan(20);
    }

    @Test
    void whatIsNotYamlIsSaidWithItsLine() {
        assertThat(mistakes("version: \"1\"\n  : [")).singleElement().asString().startsWith("is not YAML at line ");
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        InvalidPolicy invalid =
                catchThrowableOfType(InvalidPolicy.class, () -> PolicyFile.read(Path.of("no/such.yaml")));

        assertThat(invalid).hasMessageContaining("no/such.yaml: cannot be read");
    }

    private static List<String> mistakes(String yaml) {
        InvalidPolicy invalid = catchThrowableOfType(
                InvalidPolicy.class, () -> PolicyFile.parse("test", yaml.getBytes(StandardCharsets.UTF_8)));
        return invalid.mistakes();
    }

    private static String standard() throws IOException {
        try (var in = PolicyFileTest.class.getResourceAsStream(PolicyFile.DEFAULT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
