package plumbline.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.garmin.fit.BufferEncoder;
import com.garmin.fit.DateTime;
import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.Fit;
import com.garmin.fit.LapMesg;
import com.garmin.fit.Manufacturer;
import com.garmin.fit.Sport;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {
    private static final String TIMES = " startDate='2019-02-10 22:03:50 -0800' endDate='2019-02-10 22:13:50 -0800'";
    private static final String PAIN =
            "<Record type='HKCategoryTypeIdentifierLowerBackPain' value='HKCategoryValueSeverityMild'" + TIMES + "/>\n";
    private static final String HEART =
            "<Record type='HKQuantityTypeIdentifierHeartRate' unit='count/min' value='60'" + TIMES + "/>\n";

    @TempDir
    Path directory;

    private record Run(int code, String out, String err) {}

    private final List<String> bodies = new ArrayList<>();
    private HttpServer ingest;
    private String answer = "{\"accepted\":1,\"rejected\":0,\"results\":[]}";

    @BeforeEach
    void start() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.createContext("/v1/events", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.contains("rejected\":0") ? 202 : 422, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        ingest.start();
    }

    @AfterEach
    void stop() {
        ingest.stop(0);
    }

    @Test
    void sendsThePainOfAnExportAndSaysWhatItSkipped() throws IOException {
        Run run = send("apple-health", apple(PAIN + HEART + HEART));

        assertThat(bodies).singleElement().asString().contains("\"patient\":\"p-1\"", "\"site\":\"lower-back\"");
        assertThat(run.out()).isEqualTo("1 accepted, 0 rejected, 2 skipped\n");
        assertThat(run.err()).startsWith("skipped 2 HKQuantityTypeIdentifierHeartRate: carries nothing");
        assertThat(run.code()).isZero();
    }

    @Test
    void printsNativeEventsAndSendsNothingInADryRun() throws IOException {
        Run run = run("import", "apple-health", apple(PAIN), "--patient", "p-1", "--dry-run");

        assertThat(run.out().lines()).singleElement().asString().startsWith("{\"type\":\"pain-report\"");
        assertThat(run.err()).isEqualTo("1 readable, 0 rejected, 0 skipped\n");
        assertThat(bodies).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void namesWhatTheServiceRejectsByItsPlaceInTheFile() throws IOException {
        answer = "{\"accepted\":0,\"rejected\":1,\"results\":[{\"index\":0,\"outcome\":\"rejected\",\"errors\":"
                + "[{\"code\":\"time-in-future\",\"pointer\":\"/0/at\",\"detail\":\"is ahead\",\"retryable\":false}]}]}";

        Run run = send("apple-health", apple(PAIN));

        assertThat(run.err()).contains("export.xml, line 2: time-in-future", "is ahead");
        assertThat(run.out()).isEqualTo("0 accepted, 1 rejected, 0 skipped\n");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void failsWithTheRemedyWhenNobodyAnswers() throws IOException {
        ingest.stop(0);

        Run run = send("apple-health", apple(PAIN));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("No service answers", "./plumbline start");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void saysWhatWasTakenBeforeTheServiceWentAway() throws IOException {
        ingest.removeContext("/v1/events");
        ingest.createContext("/v1/events", exchange -> {
            bodies.add("");
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(bodies.size() == 1 ? 202 : 404, -1);
            exchange.close();
        });

        Run run = send("apple-health", apple(PAIN.repeat(700)));

        assertThat(run.out()).isEqualTo("500 accepted, 0 rejected, 0 skipped\n");
        assertThat(run.err()).contains("The service answered 404");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void takesAWebPageForNoExport() throws IOException {
        Path page = Files.writeString(directory.resolve("export.xml"), "<!DOCTYPE html><html><br></html>");

        Run run = send("apple-health", page.toString());

        assertThat(run.err()).contains("export.xml is a web page, not an export of Apple Health");
        assertThat(run.out()).isEqualTo("0 accepted, 0 rejected, 0 skipped\n");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void sendsWhatStandsBeforeTheBreakOfAnExport() throws IOException {
        Path file = Files.writeString(directory.resolve("export.xml"), "<HealthData>\n" + PAIN + "<Rec");

        Run run = send("apple-health", file.toString());

        assertThat(bodies).hasSize(1);
        assertThat(run.err()).contains("export.xml is not XML");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void sendsTheLapsOfAFitFileAndPassesOverABrokenOne() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.fit"), "no FIT");
        Path ride = Files.write(directory.resolve("ride.fit"), ride());

        Run run = send("fit", broken.toString(), ride.toString());

        assertThat(bodies).singleElement().asString().contains("\"measure\":\"power-balance\"");
        assertThat(run.err()).isEqualTo(broken + " is not a FIT file\n");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void takesFhirObservationsOfThePatientAlone() throws IOException {
        Path bundle = Files.writeString(
                directory.resolve("bundle.json"),
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + observation("p-1") + ","
                        + observation("p-2") + "]}");

        Run run = send("fhir", bundle.toString());

        assertThat(bodies)
                .singleElement()
                .asString()
                .contains("\"intensity\":6")
                .doesNotContain("p-2");
        assertThat(run.err()).contains("Bundle.entry[1].resource: patient-not-allowed subject is not the patient");
        assertThat(run.out()).isEqualTo("1 accepted, 1 rejected, 0 skipped\n");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void passesOverThePatientAndWhateverElseABundleCarriesAlong() throws IOException {
        Path bundle = Files.writeString(
                directory.resolve("bundle.json"),
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\"}},"
                        + observation("p-1") + ",{\"resource\":{\"resourceType\":\"Encounter\"}}]}");

        Run run = send("fhir", bundle.toString());

        assertThat(run.err()).isEqualTo("skipped 2 entry: is of a resource type that is not taken\n");
        assertThat(run.out()).isEqualTo("1 accepted, 0 rejected, 2 skipped\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void readsFhirOfManyLinesLineByLine() throws IOException {
        String one = observation("p-1").replaceFirst("\\{\"resource\":", "").replaceFirst("}$", "");
        Path bulk = Files.writeString(
                directory.resolve("Observation.ndjson"),
                one + "\n{\"resourceType\":\"Patient\"}\n\nnot json\n" + one.replace("o-1", "o-2") + "\n");

        Run run = send("fhir", bulk.toString());

        assertThat(bodies).singleElement().asString().contains("\"id\":\"o-1\"", "\"id\":\"o-2\"");
        assertThat(run.err()).contains("line 4: malformed-json is not JSON");
        assertThat(run.out()).isEqualTo("2 accepted, 1 rejected, 1 skipped\n");
    }

    @Test
    void readsFhirThatIsBrokenIntoLinesWhole() throws IOException {
        String one = observation("p-1").replaceFirst("\\{\"resource\":", "").replaceFirst("}$", "");
        Path pretty = Files.writeString(directory.resolve("o.json"), "\n" + one.replace(",", ",\n  ") + "\n");

        Run run = send("fhir", pretty.toString());

        assertThat(run.out()).isEqualTo("1 accepted, 0 rejected, 0 skipped\n");
    }

    private String apple(String records) throws IOException {
        return Files.writeString(directory.resolve("export.xml"), "<HealthData>\n" + records + "</HealthData>")
                .toString();
    }

    private static String observation(String patient) {
        return "{\"resource\":{\"resourceType\":\"Observation\",\"id\":\"o-1\",\"status\":\"final\",\"code\":{\"coding\":"
                + "[{\"system\":\"http://loinc.org\",\"code\":\"72514-3\"}]},\"subject\":{\"reference\":\"Patient/"
                + patient
                + "\"},\"effectiveDateTime\":\"2026-11-20T07:30:00+01:00\",\"valueQuantity\":{\"value\":6}}}";
    }

    /** A ride of one lap with 52 % on the right, whose side the device knows. */
    private static byte[] ride() {
        DateTime start = new DateTime(1_100_000_000L);
        BufferEncoder file = new BufferEncoder(Fit.ProtocolVersion.V2_0);
        FileIdMesg id = new FileIdMesg();
        id.setType(File.ACTIVITY);
        id.setManufacturer(Manufacturer.GARMIN);
        id.setTimeCreated(start);
        file.write(id);
        LapMesg lap = new LapMesg();
        lap.setStartTime(start);
        lap.setTimestamp(new DateTime(1_100_000_600L));
        lap.setTotalElapsedTime(600f);
        lap.setSport(Sport.CYCLING);
        lap.setLeftRightBalance(0x8000 | 5200);
        file.write(lap);
        return file.close();
    }

    private Run send(String format, String... files) {
        List<String> arguments = new ArrayList<>(List.of("import", format));
        arguments.addAll(List.of(files));
        arguments.addAll(List.of(
                "--patient",
                "p-1",
                "--token",
                "t",
                "--to",
                "http://127.0.0.1:" + ingest.getAddress().getPort()));
        return run(arguments.toArray(String[]::new));
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Plumbline.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = line.execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }
}
