package plumbline.dialects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.SidedLoad;
import plumbline.contract.vocabulary.Activity;
import plumbline.dialects.apple.AppleHealth;
import plumbline.dialects.fhir.Fhir;
import plumbline.dialects.fit.FitFile;

/** Reads files from outside, where a checkout has them beside it in {@code shared/samples}. */
class SamplesTest {
    private static final Path SAMPLES = Path.of(System.getProperty("plumbline.samples", "../../shared/samples"));

    @BeforeAll
    static void needSamples() {
        assumeTrue(Files.isDirectory(SAMPLES), "no samples beside the checkout: shared/samples");
    }

    @Test
    void findsTheRideBalancedWithItsSideKnown() throws IOException {
        Gathered gathered = new Gathered();

        assertThat(FitFile.read(bytes("fit/Edge810-Vector-2013-08-16-15-35-10.fit"), "p-1", gathered))
                .isEmpty();
        assertThat(gathered.faults()).isEmpty();
        assertThat(gathered.events()).isNotEmpty();
        double seconds = 0;
        double right = 0;
        for (var event : gathered.events()) {
            ActivityBout bout = (ActivityBout) event;
            double length = bout.duration().toSeconds();
            seconds += length;
            right += length * ((SidedLoad) bout.load().orElseThrow()).right();
        }
        assertThat(right / seconds).isCloseTo(49.84, within(0.3));
    }

    @Test
    void takesNothingOfTheRideThatWasCutShort() throws IOException {
        Gathered gathered = new Gathered();

        assertThat(FitFile.read(bytes("fit/activity-unexpected-eof.fit"), "p-1", gathered))
                .isPresent();
        assertThat(gathered.readings).isEmpty();
    }

    @Test
    void findsNoLoadInAMonitoringFile() throws IOException {
        Gathered gathered = new Gathered();

        assertThat(FitFile.read(bytes("fit/MonitoringFile.fit"), "p-1", gathered))
                .isEmpty();
        assertThat(gathered.readings).isEmpty();
    }

    @Test
    void findsTheRunInTheExportOfAppleHealth() throws IOException {
        Gathered gathered = new Gathered();
        try (InputStream export = Files.newInputStream(SAMPLES.resolve("healthkit/dogsheep-export.xml"))) {
            assertThat(AppleHealth.read(export, "p-1", gathered)).isEmpty();
        }

        assertThat(gathered.faults()).isEmpty();
        assertThat(gathered.events())
                .singleElement()
                .satisfies(
                        event -> assertThat(((ActivityBout) event).activity()).isEqualTo(Activity.RUNNING));
        assertThat(gathered.skipped).containsEntry("ActivitySummary", 2).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"1.16,unknown-value code", "2.1,not-a-score value", "3.1,unknown-value code"})
    void guessesNoScoreFromTheQuestionnaires(String name, String fault) throws IOException {
        byte[] json = bytes("fhir/Observation-qrQRnewCQL." + name + ".json");

        Decoded.Items items = (Decoded.Items) Fhir.read(json, json.length).decoded();

        assertThat(Gathered.faults(items.readings())).containsExactly(fault);
    }

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(SAMPLES.resolve(name));
    }
}
