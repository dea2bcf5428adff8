package plumbline.standalone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An export of Apple Health in a heap that is much smaller: 256 MB in 48 MB, or, with {@code -Dplumbline.proof=true}, 2 GB in 512 MB.
 */
class LargeImportIT {
    private static final boolean PROOF = Boolean.getBoolean("plumbline.proof");
    private static final long BYTES = (PROOF ? 2048L : 256L) << 20;
    private static final String HEAP = PROOF ? "-Xmx512m" : "-Xmx48m";
    private static final int RECORDS = 100;

    @TempDir
    Path directory;

    @Test
    void importsAnExportThatIsLargerThanTheHeap() throws Exception {
        Path export = directory.resolve("export.zip");
        long events = write(export);

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-jar",
                        Path.of("target", "plumbline.jar").toString(),
                        "import",
                        "apple-health",
                        export.toString(),
                        "--patient",
                        "p-1",
                        "--dry-run")
                .redirectOutput(Redirect.DISCARD)
                .redirectError(directory.resolve("err").toFile())
                .start();

        assertThat(process.waitFor(PROOF ? 600 : 120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(directory.resolve("err")))
                .contains(events + " readable, 0 rejected, " + events * (RECORDS - 1) + " skipped")
                .doesNotContain("OutOfMemory");
        assertThat(process.exitValue()).isZero();
    }

    /** Writes an export in which one of a hundred records is an event, as in real ones. */
    private static long write(Path export) throws IOException {
        String times =
                " sourceName='Watch' creationDate='2019-02-10 22:13:50 -0800' startDate='2019-02-10 22:03:50 -0800'"
                        + " endDate='2019-02-10 22:13:50 -0800'/>\n";
        byte[] part = ("<Record type='HKQuantityTypeIdentifierStepCount' unit='count' value='12'" + times
                        + ("<Record type='HKQuantityTypeIdentifierHeartRate' unit='count/min' value='61'" + times)
                                .repeat(RECORDS - 1))
                .getBytes(UTF_8);
        long parts = 0;
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(export))) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("apple_health_export/export.xml"));
            OutputStream xml = zip;
            xml.write("<HealthData locale='en_US'>\n".getBytes(UTF_8));
            for (; parts * part.length < BYTES; parts++) {
                xml.write(part);
            }
            xml.write("</HealthData>".getBytes(UTF_8));
        }
        return parts;
    }
}
