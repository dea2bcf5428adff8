package plumbline.cohort.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.json.EventReader;
import plumbline.contract.json.Json;
import plumbline.contract.json.ProfileReader;
import plumbline.contract.json.ProfileReading;
import plumbline.contract.json.Reading;
import plumbline.contract.patient.PatientProfile;

class CohortFilesTest {
    private static final Plan PLAN = Plan.of(31, 12, 60, LocalDate.of(2026, 11, 20));

    @TempDir
    private Path directory;

    @Test
    void writesTheSameBytesForTheSameSeed() throws IOException {
        Path other = Files.createDirectory(directory.resolve("other"));
        CohortFiles first = new CohortFiles(directory);
        CohortFiles second = new CohortFiles(other);
        first.write(Simulation.of(PLAN), day -> {});
        second.write(Simulation.of(PLAN), day -> {});
        assertThat(first.events()).hasSameBinaryContentAs(second.events());
        assertThat(first.truth()).hasSameBinaryContentAs(second.truth());
    }

    @Test
    void writesNativeEventsWithTheTimeOfTheirArrival() throws IOException {
        CohortFiles files = new CohortFiles(directory);
        List<Integer> progress = new ArrayList<>();
        long written = files.write(Simulation.of(PLAN), progress::add);
        List<String> lines = Files.readAllLines(files.events());
        assertThat(lines).hasSize((int) written);
        assertThat(progress).hasSize(60).last().isEqualTo(60);
        for (String line : lines) {
            if (line.startsWith("{\"type\":\"patient\"")) {
                continue;
            }
            JsonNode node = Json.mapper().readTree(line);
            assertThat(EventReader.read(line.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOfSatisfying(
                            Reading.Good.class,
                            good -> assertThat(
                                            Instant.parse(node.get("receivedAt").asText()))
                                    .isAfterOrEqualTo(good.event().end().toInstant()));
        }
    }

    @Test
    void beginsWithWhatTheDirectorySaysOfThoseAtRisk() throws IOException {
        CohortFiles files = new CohortFiles(directory);
        Simulation simulation = Simulation.of(PLAN);
        files.write(simulation, day -> {});
        List<PatientProfile> profiles = simulation.directory().toList();
        assertThat(profiles)
                .isNotEmpty()
                .allSatisfy(profile -> assertThat(profile.riskFactors()).isNotEmpty());
        List<String> lines = Files.readAllLines(files.events());
        for (int i = 0; i < profiles.size(); i++) {
            assertThat(ProfileReader.read(lines.get(i).getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(new ProfileReading.Good(profiles.get(i)));
        }
    }

    @Test
    void readsTheTruthThatItWrote() throws IOException {
        CohortFiles files = new CohortFiles(directory);
        Simulation simulation = Simulation.of(PLAN);
        files.write(simulation, day -> {});
        assertThat(files.readTruth())
                .containsExactlyElementsOf(simulation.truths().toList());
    }
}
