package plumbline.analytics.policyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                .replace("with-pain-minutes: 30", "with-pain-minutes: 60")
                .replace("pain-free-minutes: 70", "pain-free-minutes: 30")
                .replace("strong-index: 3 ", "strong-index: 0.5 ")
                .replace("still-hours: 20 ", "still-hours: 25 ")
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
                        "load-and-posture.sitting.with-pain-minutes must be at most minutes",
                        "load-and-posture.standing.pain-free-minutes must be at least minutes",
                        "load-and-posture.effort.strong-index must be at least lifting-index",
                        "load-and-posture.wear.still-hours must be a whole number from 1 to 24",
                        "persistent-pain.reported-share must be a number above 0, at most 1.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sudden-from: 7 | sudden-from: 18446744073709551623 | urgent-pain.sudden-from must be a whole number from 1 to 10",
                "with: [osteoporosis, long-term-steroids] | with: osteoporosis | red-flags.same-day.combinations[0].with must be a list",
                "or-worsening: true | or-worsening: often | red-flags.same-day.combinations[1].or-worsening must be true or false",
                "or-age-under: 16 | or-age-under: 0 | red-flags.soon.combinations[1].or-age-under must be a whole number from 1 to 120",
                "least: 4\\n      signs | least: 9\\n      signs | red-flags.routine.inflammatory.least must be at most the number of signs",
                "usual: {days: 28, least: 10} | usual: 28 | flare.usual must be a mapping",
                "silent-hours: 48 | silent-hours: 1000 | went-quiet.silent-hours must be a whole number from 1 to 336",
                "{after-days: 14, severity: routine} | {after-days: 14, severity: mild} | persistent-pain.stages[1].severity must be one of",
                "{after-days: 14, severity: routine} | {after-days: 0, severity: routine} | persistent-pain.stages must list one to four",
                "keeps-share: 0.15 | keeps-share: 0.5 | improvement.keeps-share must be at most share",
                "gap-days: 1 | gap-days: 1.5 | recurrent-pain.gap-days must be a whole number from 0 to 60",
                "week: {days: 7, least: 4} | week: {days: 7, least: 8} | worsening-pain.week.least must be at most days",
                "overload-to: 0.2 | overload-to: 0.9 | left-right.beside-pain.overload-to must be less than antalgic-from",
                "hysteresis: 0.8 | hysteresis: 2 | left-right.window.hysteresis must be a number above 0, at most 1.0",
                "greater-is-heavier: false | greater-is-heavier: 0 | left-right.measures.swing-time.greater-is-heavier must be true",
                "muscle-activation: | walking-asymmetry: | left-right.measures.walking-asymmetry is no measure",
                "still-hours: 20 | still-hours: 25 | load-and-posture.wear.still-hours must be a whole number from 1 to 24",
                "per-minute: 4 | per-minute: often | load-and-posture.effort.per-minute must be a number above 0",
                "severe-days: 3 | severe-days: 3\\n  severe-days: 4 | went-quiet.severe-days is there more than once",
                "{after-days: 42, severity: soon} | {after-days: 42, severity: soon, severity: soon} | persistent-pain.stages[2].severity is there more than once"
            })
    void namesTheMistakeWithItsPath(String right, String wrong, String mistake) throws IOException {
        String broken = standard().replaceFirst(Pattern.quote(lines(right)), Matcher.quoteReplacement(lines(wrong)));

        assertThat(mistakes(broken)).anyMatch(each -> each.startsWith(mistake)).hasSizeLessThan(12);
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }

    @Test
    void anEmptyFileIsMissingEachSectionOnce() {
        assertThat(mistakes("{}"))
                .anyMatch(mistake -> mistake.startsWith("version"))
                .contains("urgent-pain must be a mapping")
                .hasSizeGreaterThan(8)
                .doesNotHaveDuplicates()
                .noneMatch(mistake -> mistake.startsWith("urgent-pain."));
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
