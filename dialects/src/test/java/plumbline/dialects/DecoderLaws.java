package plumbline.dialects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import plumbline.contract.json.EventReader;
import plumbline.contract.json.EventWriter;
import plumbline.contract.json.Reading;
import plumbline.dialects.apple.AppleHealth;
import plumbline.dialects.cloudevents.CloudEvents;
import plumbline.dialects.fhir.Fhir;
import plumbline.dialects.fit.FitFile;
import plumbline.dialects.fit.Ride;

/** Whatever the bytes: no exception, no violation without a reason, and what is accepted reads back equal. */
class DecoderLaws {
    private static final String REPORT =
            "{\"type\":\"pain-report\",\"id\":\"a\",\"patient\":\"p\",\"at\":\"2026-11-20T07:30:00+01:00\",\"intensity\":6}";
    private static final String CLOUD_EVENT =
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/a\",\"type\":\"t\",\"ext\":5,\"data\":" + REPORT + "}";
    private static final String OBSERVATION =
            "{\"resourceType\":\"Observation\",\"id\":\"o\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"72514-3\"}]},"
                    + "\"subject\":{\"reference\":\"Patient/p\"},\"effectiveDateTime\":\"2026-11-20T07:30:00+01:00\",\"valueQuantity\":{\"value\":6},"
                    + "\"bodySite\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"82169009\"}]}}";
    private static final String EXPORT =
            "<HealthData><Record type='HKCategoryTypeIdentifierLowerBackPain' value='HKCategoryValueSeverityMild' startDate='2019-02-10 22:03:50 -0800' endDate='2019-02-10 22:13:50 -0800'>"
                    + "<MetadataEntry key='HKTimeZone' value='Europe/Paris'/></Record><Record type='HKQuantityTypeIdentifierAppleStandTime' unit='min' value='5' startDate='2019-02-10 22:03:50 -0800' endDate='2019-02-10 22:13:50 -0800'/></HealthData>";

    @Property(tries = 500)
    void holdsForRandomBytes(@ForAll @Size(max = 200) byte[] bytes) throws IOException {
        all(bytes);
    }

    @Property(tries = 400)
    void holdsForCloudEventsWithWrongBytes(@ForAll long seed) {
        byte[] bytes = mutated(CLOUD_EVENT.getBytes(UTF_8), seed);
        cloudEvents(bytes);
    }

    @Property(tries = 400)
    void holdsForObservationsWithWrongBytes(@ForAll long seed) {
        String bundle =
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":" + OBSERVATION + "}]}";
        fhir(mutated(OBSERVATION.getBytes(UTF_8), seed));
        fhir(mutated(bundle.getBytes(UTF_8), seed));
    }

    @Property(tries = 400)
    void holdsForExportsWithWrongBytes(@ForAll long seed) throws IOException {
        apple(mutated(EXPORT.getBytes(UTF_8), seed));
    }

    @Property(tries = 400)
    void holdsForRidesWithWrongBytes(@ForAll long seed) {
        fit(mutated(new Ride().lap(0, 600, 0x8000 | 4980).bytes(), seed));
    }

    private static void all(byte[] bytes) throws IOException {
        cloudEvents(bytes);
        fhir(bytes);
        apple(bytes);
        fit(bytes);
    }

    private static void cloudEvents(byte[] bytes) {
        check(CloudEvents.structured(bytes, bytes.length));
        check(CloudEvents.batched(bytes, bytes.length));
        Map<String, String> headers = Map.of("ce-id", new String(bytes, UTF_8), "ce-specversion", "1.0");
        check(CloudEvents.binary(headers, Optional.of(new String(bytes, UTF_8)), bytes, bytes.length));
    }

    private static void fhir(byte[] bytes) {
        check(Fhir.read(bytes, bytes.length).decoded());
    }

    private static void apple(byte[] bytes) throws IOException {
        Gathered gathered = new Gathered();
        AppleHealth.read(new ByteArrayInputStream(bytes), "p", gathered);
        check(gathered.readings);
    }

    private static void fit(byte[] bytes) {
        Gathered gathered = new Gathered();
        FitFile.read(bytes, "p", gathered);
        check(gathered.readings);
    }

    private static void check(Decoded decoded) {
        if (decoded instanceof Decoded.Items items) {
            check(items.readings());
        }
    }

    private static void check(List<Reading> readings) {
        for (Reading reading : readings) {
            if (reading instanceof Reading.Good good) {
                assertThat(EventReader.read(EventWriter.write(good.event()))).isEqualTo(good);
            } else if (reading instanceof Reading.Bad bad) {
                assertThat(bad.violations()).isNotEmpty();
            }
        }
    }

    /** The bytes with a few of them changed, doubled or cut off; every other time with digits and letters only. */
    private static byte[] mutated(byte[] bytes, long seed) {
        Random random = new Random(seed);
        byte[] copy = bytes.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(copy.length);
            copy[at] = seed % 2 == 0 ? (byte) random.nextInt() : (byte) "0129ez-+:\"{}[]".charAt(random.nextInt(14));
        }
        return random.nextInt(8) == 0 ? java.util.Arrays.copyOf(copy, random.nextInt(copy.length)) : copy;
    }
}
