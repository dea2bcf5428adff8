package plumbline.dialects.apple;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.PainReport;
import plumbline.contract.event.WalkingAsymmetry;
import plumbline.contract.json.Reading;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Site;
import plumbline.dialects.Decoded;
import plumbline.dialects.Gathered;
import plumbline.dialects.Harvest;

class AppleHealthTest {
    private static final String TIMES = "startDate='2019-02-10 22:03:50 -0800' endDate='2019-02-10 22:13:50 -0800'";

    @Test
    void leavesTheFaultsOfItsHarvestAlone() {
        Harvest full = new Harvest() {
            @Override
            public void reading(String place, Reading reading) {
                throw new IllegalStateException("full");
            }

            @Override
            public void skipped(String kind, String reason) {}
        };
        String export = "<HealthData>"
                + record("HKCategoryTypeIdentifierLowerBackPain", "HKCategoryValueSeverityMild", "") + "</HealthData>";

        assertThatThrownBy(() -> AppleHealth.read(new ByteArrayInputStream(export.getBytes(UTF_8)), "p-1", full))
                .hasMessage("full");
    }

    @ParameterizedTest
    @CsvSource({"NotPresent,0", "Mild,2", "Moderate,5", "Severe,8"})
    void mapsTheSeverityOfLowerBackPainAndMarksIt(String severity, int intensity) throws IOException {
        Gathered gathered =
                read(record("HKCategoryTypeIdentifierLowerBackPain", "HKCategoryValueSeverity" + severity, ""));

        PainReport report = (PainReport) gathered.events().get(0);
        assertThat(report.intensity()).hasValue(intensity);
        assertThat(report.site()).contains(Site.LOWER_BACK);
        assertThat(report.source()).contains("apple-health/mapped");
        assertThat(report.at()).isEqualTo(OffsetDateTime.parse("2019-02-10T22:03:50-08:00"));
    }

    @Test
    void givesUnspecifiedPainNoScore() throws IOException {
        Gathered gathered =
                read(record("HKCategoryTypeIdentifierLowerBackPain", "HKCategoryValueSeverityUnspecified", ""));

        assertThat(((PainReport) gathered.events().get(0)).intensity()).isEmpty();
        assertThat(gathered.events().get(0).source()).contains("apple-health");
    }

    @ParameterizedTest
    @CsvSource({"0.07,7", "0,0", "1,100", "0.125,12.5"})
    void readsWalkingAsymmetryAsAFraction(String value, double percent) throws IOException {
        Gathered gathered = read(record("HKQuantityTypeIdentifierWalkingAsymmetryPercentage", value, "%"));

        assertThat(((ActivityBout) gathered.events().get(0)).load()).contains(new WalkingAsymmetry(percent));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HKQuantityTypeIdentifierWalkingAsymmetryPercentage | 3 | % | ambiguous-unit value",
                "HKQuantityTypeIdentifierWalkingAsymmetryPercentage | 0.1 | m | ambiguous-unit unit",
                "HKQuantityTypeIdentifierWalkingAsymmetryPercentage | -0.1 | % | percent-out-of-range load/percent",
                "HKQuantityTypeIdentifierWalkingAsymmetryPercentage | 1e2147483647 | % | ambiguous-unit value",
                "HKQuantityTypeIdentifierWalkingAsymmetryPercentage | NaN | % | wrong-type value",
                "HKQuantityTypeIdentifierStepCount | 1e999999999 | count | repetitions-out-of-range repetitions",
                "HKQuantityTypeIdentifierStepCount | many | count | wrong-type value",
                "HKQuantityTypeIdentifierAppleStandTime | 11 | min | ambiguous-unit value",
                "HKQuantityTypeIdentifierAppleStandTime | 5 | s | ambiguous-unit value",
                "HKCategoryTypeIdentifierLowerBackPain | Terrible | x | unknown-value value",
            })
    void saysWhatIsWrongWithARecord(String type, String value, String unit, String fault) throws IOException {
        assertThat(read(record(type, value, unit)).faults()).containsExactly(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1549865030000",
                "2019-02-10T22:03:50",
                "2019-02-10 22:03:50",
                "2019-02-30 22:03:50 -0800",
                "+12019-02-10 22:03:50 -0800",
                ""
            })
    void refusesTimesThatAreNone(String time) throws IOException {
        String record =
                record("HKQuantityTypeIdentifierStepCount", "10", "count").replace("2019-02-10 22:03:50 -0800", time);

        assertThat(read(record).faults()).containsExactly("invalid-time startDate");
    }

    @Test
    void readsStepsStandingAndWorkouts() throws IOException {
        Gathered gathered = read(record("HKQuantityTypeIdentifierStepCount", "120", "count")
                + record("HKQuantityTypeIdentifierAppleStandTime", "5", "min")
                + "<Workout workoutActivityType='HKWorkoutActivityTypeRunning' " + TIMES
                + "><WorkoutRoute><Location/></WorkoutRoute></Workout>"
                + "<Workout workoutActivityType='HKWorkoutActivityTypePilates' " + TIMES + "/>");

        assertThat(gathered.events())
                .extracting(event -> ((ActivityBout) event).activity())
                .containsExactly(Activity.WALKING, Activity.STANDING, Activity.RUNNING, Activity.EXERCISE);
        assertThat(((ActivityBout) gathered.events().get(0)).repetitions()).hasValue(120);
        assertThat(((ActivityBout) gathered.events().get(1)).duration()).hasMinutes(5);
    }

    @Test
    void countsWhatItPassesOver() throws IOException {
        Gathered gathered = read(
                record("HKQuantityTypeIdentifierHeartRate", "72", "count/min").repeat(2)
                        + record("HKQuantityTypeIdentifierWalkingDoubleSupportPercentage", "0.3", "%")
                        + "<ActivitySummary appleStandHours='13'/><Correlation type='x'>"
                        + record("HKQuantityTypeIdentifierStepCount", "120", "count") + "</Correlation>");

        assertThat(gathered.readings).isEmpty();
        assertThat(gathered.skipped)
                .containsEntry("HKQuantityTypeIdentifierHeartRate", 2)
                .containsEntry("HKQuantityTypeIdentifierWalkingDoubleSupportPercentage", 1)
                .containsEntry("ActivitySummary", 1)
                .containsEntry("Correlation", 1);
    }

    @Test
    void makesTheSameEventOfARecordThatWasExportedInAnotherZone() throws IOException {
        String here = record("HKQuantityTypeIdentifierStepCount", "120", "count");
        String there = here.replace("2019-02-10 22:03:50 -0800", "2019-02-11 07:03:50 +0100")
                .replace("2019-02-10 22:13:50 -0800", "2019-02-11 07:13:50 +0100");

        assertThat(read(there).events().get(0).id())
                .isEqualTo(read(here).events().get(0).id());
    }

    @Test
    void takesTheLocalTimeFromTheZoneThatARecordNotes() throws IOException {
        Gathered gathered = read("<Record type='HKQuantityTypeIdentifierStepCount' value='1' " + TIMES
                + "><MetadataEntry key='HKTimeZone' value='Europe/Paris'/></Record>");

        assertThat(gathered.events().get(0).start()).isEqualTo(OffsetDateTime.parse("2019-02-11T07:03:50+01:00"));
    }

    @Test
    void readsTheZipFileOfThePhone() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("export_cda.xml", "workout-routes/route.gpx", "export.xml")) {
                zip.putNextEntry(new ZipEntry("apple_health_export/" + name));
                zip.write(document(record("HKQuantityTypeIdentifierStepCount", "120", "count")));
            }
        }
        Gathered gathered = new Gathered();

        assertThat(AppleHealth.read(new ByteArrayInputStream(bytes.toByteArray()), "p-1", gathered))
                .isEmpty();
        assertThat(gathered.events()).hasSize(1);
    }

    @Test
    void saysWhenAZipFileWasCutShort() throws IOException {
        Random noise = new Random(1);
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            records.append(
                    record("HKQuantityTypeIdentifierStepCount", Integer.toString(noise.nextInt(99_999)), "count"));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("apple_health_export/export.xml"));
            zip.write(document(records.toString()));
        }
        Gathered gathered = new Gathered();
        InputStream cut = new ByteArrayInputStream(bytes.toByteArray(), 0, bytes.size() / 2);

        assertThat(AppleHealth.read(cut, "p-1", gathered).orElseThrow().detail())
                .contains("cut short");
        assertThat(gathered.events()).isNotEmpty();
        assertThat(gathered.faults()).isEmpty();
    }

    @Test
    void outlivesTenThousandLevels() {
        String deep = "<HealthData>" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + "</HealthData>";

        assertThatCode(() -> AppleHealth.read(new ByteArrayInputStream(deep.getBytes(UTF_8)), "p-1", new Gathered()))
                .doesNotThrowAnyException();
    }

    @Test
    void passesOverTheDocumentTypeThatEveryExportHas() throws IOException {
        String export =
                "<?xml version='1.0' encoding='UTF-8'?><!DOCTYPE HealthData [<!-- HealthKit Export Version: 11 -->\n"
                        + "<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>\n<!ATTLIST HealthData\n  locale CDATA #REQUIRED\n>]>"
                        + "<HealthData locale='de_DE'>" + record("HKQuantityTypeIdentifierStepCount", "120", "count")
                        + "</HealthData>";
        Gathered gathered = new Gathered();

        assertThat(AppleHealth.read(new ByteArrayInputStream(export.getBytes(UTF_8)), "p-1", gathered))
                .isEmpty();
        assertThat(gathered.events()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><html><body><p>Sign in</body></html> | web page",
                "<html><head></head></html> | web page",
                "<Other/> | another kind",
                "not xml | is not XML",
                "<HealthData><Record | cut short",
                "PK00 | without an export.xml",
                "<!DOCTYPE HealthData [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><HealthData>&x;</HealthData> | is not XML",
                "<!DOCTYPE HealthData [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><HealthData locale='&c;'/> | is not XML",
            })
    void saysWhyAFileIsNotRead(String file, String detail) throws IOException {
        Gathered gathered = new Gathered();

        Optional<Decoded.Unreadable> fault =
                AppleHealth.read(new ByteArrayInputStream(file.getBytes(UTF_8)), "p-1", gathered);

        assertThat(fault.orElseThrow().detail()).contains(detail);
        assertThat(gathered.readings).isEmpty();
    }

    @Test
    void saysWhenTheStreamItselfFails() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        };

        assertThatThrownBy(() -> AppleHealth.read(broken, "p-1", new Gathered()))
                .hasMessage("disk");
    }

    @Test
    void readsTwoHundredMegabytesWithoutKeepingThem() throws IOException {
        byte[] record =
                ("<Record type='HKQuantityTypeIdentifierStepCount' sourceName='Watch' device='&lt;&lt;HKDevice: 0x28&gt;, name:Apple Watch&gt;' "
                                + "unit='count' value='12' creationDate='2019-02-10 22:13:50 -0800' " + TIMES + "/>\n")
                        .getBytes(UTF_8);
        int count = 200 * 1024 * 1024 / record.length;
        Counting counting = new Counting();

        Optional<Decoded.Unreadable> fault = AppleHealth.read(new Repeated(record, count), "p-1", counting);

        assertThat(fault).isEmpty();
        assertThat(counting.count).isEqualTo(count);
        assertThat(counting.most - counting.least).isLessThan(48L * 1024 * 1024);
    }

    /** Counts events, and watches after a collection how much the heap holds. */
    private static final class Counting implements Harvest {
        private int count;
        private long least = Long.MAX_VALUE;
        private long most;

        @Override
        public void reading(String place, Reading reading) {
            if (count++ % 200_000 == 0) {
                System.gc();
                long used = Runtime.getRuntime().totalMemory()
                        - Runtime.getRuntime().freeMemory();
                least = Math.min(least, used);
                most = Math.max(most, used);
            }
        }

        @Override
        public void skipped(String kind, String reason) {
            throw new AssertionError(kind);
        }
    }

    /** An export of one record, many times. */
    private static final class Repeated extends InputStream {
        private final byte[] record;
        private int left;
        private InputStream part = new ByteArrayInputStream("<HealthData>".getBytes(UTF_8));

        Repeated(byte[] record, int count) {
            this.record = record;
            this.left = count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = part.read(buffer, offset, length);
            while (read < 0 && left >= 0) {
                part = new ByteArrayInputStream(left-- > 0 ? record : "</HealthData>".getBytes(UTF_8));
                read = part.read(buffer, offset, length);
            }
            return read;
        }
    }

    private static String record(String type, String value, String unit) {
        return "<Record type='" + type + "' sourceName='Watch' unit='" + unit + "' value='" + value + "' " + TIMES
                + "/>";
    }

    private static byte[] document(String records) {
        return ("<HealthData locale='en_US'><ExportDate value='x'/>" + records + "</HealthData>").getBytes(UTF_8);
    }

    private static Gathered read(String records) throws IOException {
        Gathered gathered = new Gathered();
        assertThat(AppleHealth.read(new ByteArrayInputStream(document(records)), "p-1", gathered))
                .isEmpty();
        return gathered;
    }
}
