package plumbline.dialects.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.json.Json;
import plumbline.contract.json.Reading;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;
import plumbline.dialects.Decoded;
import plumbline.dialects.Gathered;
import plumbline.dialects.fhir.FhirBody.Kind;

class FhirTest {
    private static final String ID = "'id':'o-1'";
    private static final String STATUS = "'status':'final'";
    private static final String CODE = "'code':{'coding':[{'system':'http://loinc.org','code':'72514-3'}]}";
    private static final String SUBJECT = "'subject':{'reference':'Patient/p-1'}";
    private static final String TIME = "'effectiveDateTime':'2026-11-20T07:30:00+01:00'";
    private static final String VALUE = "'valueQuantity':{'value':6,'unit':'{score}'}";
    private static final String SITE = "'bodySite':{'coding':[{'system':'http://snomed.info/sct','code':'37822005'}]}";
    private static final String OBSERVATION =
            "{'resourceType':'Observation'," + String.join(",", ID, STATUS, CODE, SUBJECT, TIME, VALUE, SITE) + "}";

    @Test
    void readsAPainScore() {
        assertThat(read(OBSERVATION))
                .containsExactly(
                        new Reading.Good(PainReport.of("o-1", "p-1", OffsetDateTime.parse("2026-11-20T07:30:00+01:00"))
                                .site(Site.LOWER_BACK)
                                .intensity(6)
                                .source("fhir/72514-3")
                                .build()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'valueInteger':0 | 0 | fhir/72514-3",
                "'valueQuantity':{'value':10} | 10 | fhir/72514-3",
                "'valueQuantity':{'value':4.0,'code':'{score}','system':'http://unitsofmeasure.org'} | 4 | fhir/72514-3",
                "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA10139-6'}]} | 7 | fhir/72514-3",
                "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA6752-5'}]} | 2 | fhir/72514-3/mapped",
                "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA6751-7'}]} | 5 | fhir/72514-3/mapped",
                "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA6750-9'}]} | 8 | fhir/72514-3/mapped",
                "'valueCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'24484000'}]} | 8 | fhir/72514-3/mapped",
            })
    void readsEveryFormOfAnAnswer(String value, int intensity, String source) {
        PainReport report = report(OBSERVATION.replace(VALUE, value));

        assertThat(report.intensity()).hasValue(intensity);
        assertThat(report.source()).contains(source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'system':'http://snomed.info/sct','code':'82169009'} | | knee | left",
                "{'system':'http://snomed.info/sct','code':'72696002'} | | knee | unknown",
                "{'system':'http://snomed.info/sct','code':'72696002'},{'system':'http://snomed.info/sct','code':'24028007'} | | knee | right",
                "{'system':'http://snomed.info/sct','code':'72696002'} | ,'extension':[{'url':'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-laterality-qualifier','valueCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'51440002'}]}}] | knee | both",
                "{'system':'http://snomed.info/sct','code':'6757004'},{'system':'http://snomed.info/sct','code':'24028007'} | | knee | right",
            })
    void readsSiteAndSide(String codings, String extension, String site, String side) {
        String bodySite = "'bodySite':{'coding':[" + codings + "]" + (extension == null ? "" : extension) + "}";

        PainReport report = report(OBSERVATION.replace(SITE, bodySite));

        assertThat(report.site().orElseThrow().code()).isEqualTo(site);
        assertThat(report.side().code()).isEqualTo(side);
    }

    @Test
    void takesAReportWithoutASite() {
        PainReport report = report(OBSERVATION.replace("," + SITE, ""));

        assertThat(report.site()).isEmpty();
        assertThat(report.side()).isEqualTo(Side.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'effectiveInstant':'2026-11-20T07:30:00Z' | 2026-11-20T07:30:00Z",
                "'effectivePeriod':{'start':'2026-11-19T07:30:00Z','end':'2026-11-20T07:30:00Z'} | 2026-11-20T07:30:00Z",
                "'effectivePeriod':{'start':'2026-11-19T07:30:00Z'} | 2026-11-19T07:30:00Z",
                "'effectiveDateTime':'2024-02-29','issued':'2024-03-01T09:00:00+02:00' | 2024-02-29T12:00:00+02:00",
                "'effectiveDateTime':'2026-11-20','issued':'2026-11-20T09:00:00+02:00' | 2026-11-20T09:00:00+02:00",
                "'effectiveDateTime':'2016-12-31T23:59:60Z' | 2016-12-31T23:59:59Z",
            })
    void readsEveryFormOfATime(String time, String expected) {
        assertThat(report(OBSERVATION.replace(TIME, time)).at()).isEqualTo(OffsetDateTime.parse(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'subject':{'reference':'https://a.example/fhir/Patient/p-1/_history/3'} | p-1",
                "'subject':{'identifier':{'system':'urn:mrn','value':'12:3'}} | 12:3",
                "'subject':{'reference':'urn:uuid:0','identifier':{'value':'p-7'}} | p-7",
            })
    void readsEveryFormOfAPatient(String subject, String expected) {
        assertThat(report(OBSERVATION.replace(SUBJECT, subject)).patient()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'status':'final' | 0 | false",
                "'status':'amended' | 1 | false",
                "'status':'entered-in-error' | 9007199254740991 | true",
                "'status':'corrected','meta':{'versionId':'7'} | 7 | false",
                "'status':'entered-in-error','meta':{'versionId':'8'} | 8 | true",
                "'status':'final','meta':{'versionId':'abc','lastUpdated':'1990-01-01T00:00:01Z'} | 631152001000 | false",
                "'status':'corrected','issued':'1990-01-01T00:00:01Z' | 631152001001 | false",
            })
    void derivesTheVersion(String status, long version, boolean retracted) {
        PainReport report = report(OBSERVATION.replace(STATUS, status));

        assertThat(report.version()).isEqualTo(version);
        assertThat(report.retracted()).isEqualTo(retracted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'valueQuantity':{'value':7}", "'valueInteger':6"})
    void derivesAnIdFromWhatIsSaidWhereThereIsNone(String value) {
        String json = OBSERVATION.replace(ID, "'x':1");

        PainReport report = report(json);
        PainReport other = report(json.replace(VALUE, value));

        assertThat(report.id()).hasSize(16);
        assertThat(report.id().equals(other.id())).isEqualTo(report.equals(other));
    }

    @Test
    void derivesAnIdFromAnIdentifier() {
        String json = OBSERVATION.replace(ID, "'identifier':[{'system':'urn:a','value':'1'}]");

        assertThat(report(json).id()).hasSize(16).isEqualTo(report(json).id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id | 'id':'a b' | invalid-id id",
                "id | 'id':'o-1','modifierExtension':[{'url':'http://a.example/not','valueBoolean':true}] | unsupported-content modifierExtension",
                "id | 'id':'o-1','implicitRules':'http://a.example/rules' | unsupported-content implicitRules",
                "id | 'id':'\\ud800' | invalid-id id",
                "status | 'status':'preliminary' | not-final status",
                "status | 'status':'registered' | not-final status",
                "status | 'status':'cancelled' | not-final status",
                "status | 'status':'bogus' | unknown-value status",
                "status | 'x':1 | missing-field status",
                "code | 'code':{'coding':[{'system':'http://loinc.org','code':'61758-9'}]} | unknown-value code",
                "code | 'code':{'coding':[{'system':'http://acme.example','code':'72514-3'}]} | unknown-value code",
                "code | 'code':{'text':'pain'} | unknown-value code",
                "code | 'code':{'coding':[{'system':'http://loinc.org','code':'72514-3'},{'system':'http://loinc.org','code':'75260-0'}]} | contradiction code",
                "subject | 'x':1 | missing-field subject",
                "subject | 'subject':{'reference':'Group/1'} | invalid-id subject",
                "subject | 'subject':{'reference':'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0'} | invalid-id subject",
                "time | 'x':1 | missing-field effective",
                "time | 'effectiveDateTime':'2026-11-20' | invalid-time effective",
                "time | 'effectiveDateTime':'2026-11','issued':'2026-11-20T09:00:00Z' | invalid-time effective",
                "time | 'effectiveDateTime':'2026-11-20T07:30:00' | invalid-time effective",
                "time | 'effectiveDateTime':'2025-02-29T07:30:00Z' | invalid-time effectiveDateTime",
                "time | 'effectiveDateTime':'yesterday' | invalid-time effectiveDateTime",
                "time | 'effectiveDateTime':1763620200000 | invalid-time effectiveDateTime",
                "time | 'effectiveDateTime':'1989-11-20T07:30:00Z' | time-too-old at",
                "time | 'effectiveTiming':{'event':['2026-11-20T07:30:00Z']} | invalid-time effective",
                "time | 'effectiveDateTime':'2026-11-20T07:30:00Z','effectiveInstant':'2026-11-20T07:30:00Z' | contradiction effective",
                "value | 'x':1 | not-a-score value",
                "value | 'valueString':'6' | not-a-score value",
                "value | 'valueBoolean':true | not-a-score value",
                "value | 'valueCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'7771000'}]} | not-a-score value",
                "value | 'valueCodeableConcept':{'text':'severe'} | not-a-score value",
                "value | 'valueQuantity':{'value':6,'unit':'mm'} | not-a-score value",
                "value | 'valueQuantity':{'value':6,'comparator':'>'} | not-a-score value",
                "value | 'valueQuantity':{'unit':'{score}'} | not-a-score value",
                "value | 'valueQuantity':{'value':6.5} | intensity-out-of-range value",
                "value | 'valueQuantity':{'value':-1} | intensity-out-of-range value",
                "value | 'valueQuantity':{'value':1e99} | intensity-out-of-range value",
                "value | 'valueQuantity':{'value':1e999999999} | wrong-type",
                "value | 'valueInteger':11 | intensity-out-of-range value",
                "value | 'valueInteger':99999999999 | wrong-type valueInteger",
                "value | 'valueInteger':NaN | malformed-json",
                "value | 'valueInteger':3,'valueInteger':4 | duplicate-field",
                "value | 'valueInteger':3,'valueQuantity':{'value':4} | contradiction value",
                "site | 'bodySite':{'text':'left knee'} | unknown-value bodySite",
                "site | 'bodySite':{'coding':[{'system':'http://snomed.info/sct','code':'7771000'}]} | unknown-value bodySite",
                "site | 'bodySite':{'coding':[{'system':'http://snomed.info/sct','code':'82169009'},{'system':'http://snomed.info/sct','code':'24028007'}]} | contradiction bodySite",
                "site | 'bodySite':{'coding':[{'system':'http://snomed.info/sct','code':'82169009'},{'system':'http://snomed.info/sct','code':'37822005'}]} | contradiction bodySite",
                "site | 'bodySite':'knee' | wrong-type bodySite",
            })
    void saysWhatIsWrong(String part, String instead, String fault) {
        String replaced = switch (part) {
            case "id" -> ID;
            case "status" -> STATUS;
            case "code" -> CODE;
            case "subject" -> SUBJECT;
            case "time" -> TIME;
            case "value" -> VALUE;
            default -> SITE;
        };

        List<String> faults = body(OBSERVATION.replace(replaced, instead)).decoded() instanceof Decoded.Unreadable
                ? List.of("malformed-json")
                : Gathered.faults(read(OBSERVATION.replace(replaced, instead)));

        assertThat(faults).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | is empty",
                "[] | no resourceType",
                "{} | no resourceType",
                "{'resourceType':'Patient'} | not taken",
                "{'resourceType':'Bundle','type':'searchset'} | another type",
                "{'resourceType':'Bundle'} | another type",
                "{'resourceType':'Observation'} {} | is not JSON",
                "<Observation/> | is not JSON",
                "{'resourceType': | ends too early",
            })
    void saysWhyADocumentIsNotRead(String json, String detail) {
        assertThat(body(json).decoded())
                .isInstanceOfSatisfying(
                        Decoded.Unreadable.class,
                        bad -> assertThat(bad.detail()).contains(detail));
    }

    @Test
    void refusesTenThousandLevels() {
        String deep = "{'resourceType':'Observation','x':" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertThat(body(deep).decoded()).isInstanceOf(Decoded.Unreadable.class);
    }

    @Test
    void judgesEachEntryOfABundleByItself() {
        FhirBody body =
                body("{'entry':[{'resource':" + OBSERVATION + ",'request':{'method':'POST','url':'Observation'}},"
                        + "{'resource':{'resourceType':'Patient','id':'p-1'}},{'request':{'method':'DELETE','url':'Observation/1'}},{},7,"
                        + "{'resource':" + OBSERVATION.replace(STATUS, "'status':'final','status':'final'") + "},"
                        + "{'resource':" + OBSERVATION.replace("o-1", "ö-1") + "},{'resource':" + OBSERVATION
                        + "}],'type':'batch','resourceType':'Bundle'}");
        List<Reading> readings = ((Decoded.Items) body.decoded()).readings();

        assertThat(body.kind()).isEqualTo(Kind.BATCH);
        assertThat(readings).hasSize(8);
        assertThat(readings.get(0)).isInstanceOf(Reading.Good.class);
        assertThat(readings.get(7)).isInstanceOf(Reading.Good.class);
        assertThat(Gathered.faults(readings))
                .containsExactly(
                        "unsupported-content resourceType",
                        "unsupported-content",
                        "missing-field",
                        "missing-field",
                        "duplicate-field",
                        "invalid-id id");
    }

    @Test
    void answersABundleEntryByEntry() throws IOException {
        Event stored = PainReport.of("o-1", "p-1", OffsetDateTime.parse("2026-11-20T12:00:00Z"))
                .version(3)
                .intensity(5)
                .build();
        Violation wrong = new Violation(ErrorCode.NOT_A_SCORE, "value", "must be a score");
        byte[] answer = FhirAnswer.of(
                Kind.BATCH,
                List.of(
                        new FhirAnswer.Item(Optional.of(stored), List.of()),
                        new FhirAnswer.Item(Optional.empty(), List.of(wrong))));
        JsonNode json = Json.mapper().readTree(answer);

        assertThat(json.at("/type").asText()).isEqualTo("batch-response");
        assertThat(json.at("/entry/0/response/status").asText()).isEqualTo("201 Created");
        IdType location = new IdType(json.at("/entry/0/response/location").asText());
        assertThat(location.getIdPart()).isEqualTo("o-1");
        assertThat(location.getVersionIdPart()).isEqualTo("3");
        assertThat(json.at("/entry/1/response").has("location")).isFalse();
        assertThat(json.at("/entry/0/response/outcome/issue/0/severity").asText())
                .isEqualTo("information");
        assertThat(json.at("/entry/1/response/status").asText()).isEqualTo("422 Unprocessable Entity");
        assertThat(json.at("/entry/1/response/outcome/issue/0/expression/0").asText())
                .isEqualTo("Bundle.entry[1].resource.value");
        assertThat(json.at("/entry/1/response/outcome/issue/0/diagnostics").asText())
                .isEqualTo("value must be a score");
    }

    private static PainReport report(String json) {
        Event event = ((Reading.Good) read(json).get(0)).event();
        return (PainReport) event;
    }

    private static List<Reading> read(String json) {
        return ((Decoded.Items) body(json).decoded()).readings();
    }

    private static FhirBody body(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(UTF_8);
        return Fhir.read(bytes, bytes.length);
    }
}
