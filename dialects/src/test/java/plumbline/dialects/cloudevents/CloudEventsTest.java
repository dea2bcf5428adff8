package plumbline.dialects.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.data.BytesCloudEventData;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.json.EventWriter;
import plumbline.contract.json.Reading;
import plumbline.dialects.Decoded;
import plumbline.dialects.Gathered;

class CloudEventsTest {
    private static final Event REPORT = PainReport.of("7f9c", "p-1", OffsetDateTime.parse("2026-11-20T07:30:00+01:00"))
            .intensity(6)
            .build();
    private static final String DATA = new String(EventWriter.write(REPORT), UTF_8);
    private static final String ATTRIBUTES =
            "'specversion':'1.0','id':'1','source':'/app','type':'plumbline.pain-report.v1'";

    @Test
    void takesStructuredEvents() {
        assertThat(structured("{" + ATTRIBUTES + ",'data':" + DATA + "}")).containsExactly(new Reading.Good(REPORT));
    }

    @Test
    void takesDataInBase64() {
        String base64 = Base64.getEncoder().encodeToString(DATA.getBytes(UTF_8));

        assertThat(structured("{" + ATTRIBUTES + ",'data_base64':'" + base64 + "'}"))
                .containsExactly(new Reading.Good(REPORT));
    }

    @Test
    void takesAttributesInAnyOrderAndExtensionsOfEveryType() {
        assertThat(structured("{'data':" + DATA + ",'ext1':5,'ext2':-7,'ext3':true,'ext4':'x','subject':null,"
                        + "'time':'2026-11-20T07:30:00Z','dataschema':'https://a.example/s','datacontenttype':'application/vnd.x+json;charset=utf-8',"
                        + ATTRIBUTES + "}"))
                .containsExactly(new Reading.Good(REPORT));
    }

    @Test
    void takesAnyTypeThatIsNotOurs() {
        assertThat(structured("{" + ATTRIBUTES.replace("plumbline.pain-report.v1", "com.acme.pain") + ",'data':" + DATA
                        + "}"))
                .containsExactly(new Reading.Good(REPORT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // required attributes, each a string that is not empty
                "'specversion':'1.0'      | missing-field specversion       | drop",
                "'id':'1'                 | missing-field id                | drop",
                "'source':'/app'          | missing-field source            | drop",
                "'type':'plumbline.pain-report.v1' | missing-field type     | drop",
                "'id':'1'                 | missing-field id                | 'id':null",
                "'id':'1'                 | invalid-attribute id            | 'id':''",
                "'id':'1'                 | wrong-type id                   | 'id':1",
                "'source':'/app'          | invalid-attribute source        | 'source':''",
                "'source':'/app'          | invalid-attribute source        | 'source':'a b'",
                "'source':'/app'          | wrong-type source               | 'source':{}",
                "'specversion':'1.0'      | unknown-value specversion       | 'specversion':'0.3'",
                "'specversion':'1.0'      | wrong-type specversion          | 'specversion':1.0",
                // optional attributes
                "'id':'1'                 | invalid-time time               | 'id':'1','time':'yesterday'",
                "'id':'1'                 | invalid-time time               | 'id':'1','time':'2026-11-20T07:30:00'",
                "'id':'1'                 | wrong-type time                 | 'id':'1','time':1763620200000",
                "'id':'1'                 | invalid-attribute subject       | 'id':'1','subject':''",
                "'id':'1'                 | invalid-attribute dataschema    | 'id':'1','dataschema':'/relative'",
                "'id':'1'                 | unsupported-content datacontenttype | 'id':'1','datacontenttype':'application/xml'",
                "'id':'1'                 | invalid-attribute datacontenttype | 'id':'1','datacontenttype':'json'",
                // names and types of extensions
                "'id':'1'                 | invalid-attribute Ext           | 'id':'1','Ext':'x'",
                "'id':'1'                 | invalid-attribute my_ext        | 'id':'1','my_ext':'x'",
                "'id':'1'                 | invalid-attribute a~1b          | 'id':'1','a/b':'x'",
                "'id':'1'                 | wrong-type ext                  | 'id':'1','ext':1.5",
                "'id':'1'                 | wrong-type ext                  | 'id':'1','ext':2147483648",
                "'id':'1'                 | wrong-type ext                  | 'id':'1','ext':[1]",
                "'id':'1'                 | invalid-attribute ext           | 'id':'1','ext':'\\u0007'",
                "'id':'1'                 | invalid-attribute ext           | 'id':'1','ext':'\\ud800'",
                "'id':'1'                 | duplicate-field id              | 'id':'1','id':'1'",
                // the claim of a type of ours
                "'type':'plumbline.pain-report.v1' | contradiction type     | 'type':'plumbline.activity-bout.v1'",
                "'type':'plumbline.pain-report.v1' | contradiction type     | 'type':'plumbline.pain-report.v2'",
            })
    void refusesWhatBreaksARule(String part, String fault, String instead) {
        String attributes = ATTRIBUTES.replace(part, instead.equals("drop") ? "'x':'y'" : instead);

        assertThat(Gathered.faults(structured("{" + attributes + ",'data':" + DATA + "}")))
                .containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'x':1                                  | missing-field data",
                "'data':null                            | not-an-object data",
                "'data':'{}'                            | not-an-object data",
                "'data':{}                              | missing-field data/type",
                "'data':{'type':'pain-report','id':'a','patient':'p','at':'2026-11-20T07:30:00Z','intensity':11} | intensity-out-of-range data/intensity",
                "'data_base64':'%%%'                    | invalid-base64 data_base64",
                "'data_base64':'e30'                    | missing-field data_base64/type",
                "'data_base64':'Ww=='                   | malformed-json data_base64",
                "'data_base64':5                        | wrong-type data_base64",
                "'data_base64':null                     | missing-field data",
            })
    void refusesDataThatIsNoNativeEvent(String data, String fault) {
        assertThat(Gathered.faults(structured("{" + ATTRIBUTES + "," + data + "}")))
                .contains(fault);
    }

    @Test
    void refusesBothKindsOfData() {
        assertThat(Gathered.faults(structured("{" + ATTRIBUTES + ",'data_base64':'e30=','data':" + DATA + "}")))
                .contains("contradiction data_base64");
    }

    @Test
    void judgesEachEventOfABatchByItself() {
        String good = "{" + ATTRIBUTES + ",'data':" + DATA + "}";
        String body = "[" + good + ",5," + good.replace("1.0", "0.3") + "," + good + "]";

        List<Reading> readings = items(CloudEvents.batched(bytes(body), bytes(body).length));

        assertThat(readings).hasSize(4);
        assertThat(Gathered.faults(readings)).containsExactly("not-an-object", "unknown-value specversion");
    }

    @Test
    void takesAnEmptyBatch() {
        assertThat(items(CloudEvents.batched(bytes("[]"), 2))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"`` | is empty", "{ | ends too early", "{} {} | something after its end", "nope | is not JSON"})
    void refusesBodiesThatAreNoJson(String body, String detail) {
        assertThat(CloudEvents.structured(bytes(body), bytes(body).length))
                .isInstanceOfSatisfying(
                        Decoded.Unreadable.class,
                        bad -> assertThat(bad.detail()).contains(detail));
    }

    @Test
    void refusesABatchThatIsNoArray() {
        assertThat(CloudEvents.batched(bytes("{}"), 2)).isInstanceOf(Decoded.Unreadable.class);
    }

    @Test
    void takesBinaryEventsAndDecodesTheirHeaders() {
        Map<String, String> headers = headers();
        headers.put("ce-subject", "Euro%20%E2%82%AC");
        headers.put("ce-time", "\"2026-11-20T07:30:00Z\"");
        headers.put("accept", "%%");

        assertThat(binary(headers, "application/json", DATA)).containsExactly(new Reading.Good(REPORT));
    }

    @Test
    void refusesBinaryEventsThatBreakARule() {
        Map<String, String> headers = headers();
        headers.remove("ce-id");
        headers.put("ce-subject", "%ZZ");

        List<Reading> readings = binary(headers, "text/xml", DATA);

        assertThat(Gathered.faults(readings))
                .containsExactly("invalid-attribute", "missing-field", "unsupported-content");
        assertThat(((Reading.Bad) readings.get(0)).violations().get(1).detail()).isEqualTo("header ce-id is required");
    }

    @Test
    void refusesABinaryEventWithoutABody() {
        assertThat(Gathered.faults(binary(headers(), "application/json", ""))).containsExactly("missing-field");
    }

    @Test
    void readsWhatTheOfficialLibraryWrites() {
        CloudEvent event = CloudEventBuilder.v1()
                .withId("1")
                .withSource(URI.create("urn:app"))
                .withType("plumbline.pain-report.v1")
                .withSubject("p 1")
                .withTime(OffsetDateTime.parse("2026-11-20T07:30:00Z"))
                .withExtension("ext", 5)
                .withDataContentType("application/json")
                .withData(BytesCloudEventData.wrap(EventWriter.write(REPORT)))
                .build();
        Map<String, String> headers = new HashMap<>();
        byte[][] binary = new byte[1][];
        HttpMessageFactory.createWriter(headers::put, body -> binary[0] = body).writeBinary(event);
        byte[] structured = new JsonFormat().serialize(event);
        Map<String, String> lower = new HashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));

        assertThat(items(CloudEvents.structured(structured, structured.length)))
                .containsExactly(new Reading.Good(REPORT));
        assertThat(items(CloudEvents.binary(
                        lower, Optional.ofNullable(lower.get("content-type")), binary[0], binary[0].length)))
                .containsExactly(new Reading.Good(REPORT));
    }

    private static Map<String, String> headers() {
        return new HashMap<>(Map.of(
                "ce-specversion", "1.0", "ce-id", "1", "ce-source", "/app", "ce-type", "plumbline.pain-report.v1"));
    }

    private static List<Reading> binary(Map<String, String> headers, String type, String body) {
        return items(CloudEvents.binary(headers, Optional.of(type), bytes(body), bytes(body).length));
    }

    private static List<Reading> structured(String json) {
        return items(CloudEvents.structured(bytes(json), bytes(json).length));
    }

    private static List<Reading> items(Decoded decoded) {
        return ((Decoded.Items) decoded).readings();
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(UTF_8);
    }
}
