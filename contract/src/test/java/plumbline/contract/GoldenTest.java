package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plumbline.contract.event.Event;
import plumbline.contract.finding.Finding;
import plumbline.contract.json.EventReader;
import plumbline.contract.json.EventWriter;
import plumbline.contract.json.Json;
import plumbline.contract.json.ProfileReader;
import plumbline.contract.json.ProfileReading;
import plumbline.contract.json.Reading;
import plumbline.contract.patient.PatientProfile;

/** What was once written is read for ever, and written the same. The files are only ever added to. */
class GoldenTest {
    private static final Path FILES = resource("/golden");

    private static Path resource(String name) {
        try {
            return Path.of(GoldenTest.class.getResource(name).toURI());
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @TestFactory
    Stream<DynamicTest> readsAndWritesWhatIsOnRecord() {
        return new TreeMap<>(GoldenSamples.ALL)
                .entrySet().stream()
                        .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
                            byte[] recorded = Files.readAllBytes(FILES.resolve(sample.getKey() + ".json"));
                            String text = Files.readString(FILES.resolve(sample.getKey() + ".json"))
                                    .strip();

                            assertThat(read(recorded, sample.getValue()))
                                    .usingRecursiveComparison()
                                    .isEqualTo(sample.getValue());
                            assertThat(new String(write(sample.getValue()), java.nio.charset.StandardCharsets.UTF_8))
                                    .isEqualTo(text);
                        }));
    }

    private static Object read(byte[] recorded, Object sample) throws IOException {
        if (sample instanceof PatientProfile) {
            return ((ProfileReading.Good) ProfileReader.read(recorded)).profile();
        }
        return sample instanceof Event
                ? ((Reading.Good) EventReader.read(recorded)).event()
                : Json.read(recorded, sample.getClass());
    }

    private static byte[] write(Object sample) {
        return sample instanceof Event event ? EventWriter.write(event) : Json.write(sample);
    }

    @Test
    void hasASampleForEveryFile() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .map(name -> name.substring(0, name.length() - 5)))
                    .containsExactlyInAnyOrderElementsOf(GoldenSamples.ALL.keySet());
        }
    }

    @Test
    void hasAFileForEveryTypeOnTheWire() throws Exception {
        Set<String> recorded = new TreeSet<>();
        try (Stream<Path> files = Files.walk(FILES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                recorded.add(Json.mapper().readTree(file.toFile()).path("type").asText());
            }
        }

        assertThat(recorded).containsAll(typesOnTheWire());
    }

    private static Set<String> typesOnTheWire() throws Exception {
        Set<String> types = new TreeSet<>(Set.of("pain-report", "activity-bout"));
        Path classes = Path.of(Finding.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name =
                        classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                JsonTypeName type = Class.forName(name).getAnnotation(JsonTypeName.class);
                if (type != null) {
                    types.add(type.value());
                }
            }
        }
        assertThat(types).contains("finding", "alert");
        return types;
    }
}
