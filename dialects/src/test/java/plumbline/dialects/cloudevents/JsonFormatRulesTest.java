package plumbline.dialects.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.json.Reading;
import plumbline.dialects.Decoded;
import plumbline.dialects.Gathered;

/** Each rule of the JSON Event Format for CloudEvents 1.0.2 that a receiver can check, by the sections of that document. */
class JsonFormatRulesTest {
    private static final String DATA =
            "{'type':'pain-report','id':'a','patient':'p-1','at':'2026-11-20T07:30:00+01:00','intensity':6}";
    private static final String CORE = "'specversion':'1.0','id':'1','source':'/app','type':'com.acme.pain'";

    private static final String GOOD = "";

    /** Section 2: attributes, and how their types are written. */
    @Nested
    class Attributes {
        @ParameterizedTest
        @CsvSource({"true,''", "false,''", "'\"true\"',''"})
        void booleanIsAJsonBoolean(String value, String fault) {
            assertThat(extension(value)).isEqualTo(fault);
        }

        @ParameterizedTest
        @CsvSource({
            "0,''",
            "-2147483648,''",
            "2147483647,''",
            "2147483648,wrong-type ext",
            "1.0,wrong-type ext",
            "1e3,wrong-type ext",
            "1e999999999,wrong-type ext"
        })
        void integerIsAJsonNumberOfThirtyTwoBitsWithoutAFraction(String value, String fault) {
            assertThat(extension(value)).isEqualTo(fault);
        }

        @ParameterizedTest
        @CsvSource({
            "'\"text \\u20ac\"',''",
            "'\"\"',''",
            "'\"\\u0000\"',invalid-attribute ext",
            "'\"\\u009f\"',invalid-attribute ext",
            "'\"\\ud83d\"',invalid-attribute ext",
            "'\"\\ude00\"',invalid-attribute ext",
            "'\"\\ud83d\\ude00\"',''",
            "'\"\\uffff\"',invalid-attribute ext",
            "'\"\\ufdd0\"',invalid-attribute ext"
        })
        void stringIsAJsonStringOfAllowedCharacters(String value, String fault) {
            assertThat(extension(value)).isEqualTo(fault);
        }

        @ParameterizedTest
        @CsvSource({"{},wrong-type ext", "[],wrong-type ext", "'[\"a\"]',wrong-type ext"})
        void noTypeIsAnObjectOrAnArray(String value, String fault) {
            assertThat(extension(value)).isEqualTo(fault);
        }

        @Test
        void binaryIsAStringOfBase64() {
            assertThat(extension("\"e30=\"")).isEqualTo(GOOD);
        }

        @ParameterizedTest
        @CsvSource({
            "urn:app,''",
            "https://a.example/app?x#y,''",
            "app,''",
            "'a b',invalid-attribute source",
            "'http://[',invalid-attribute source"
        })
        void uriReferenceIsAString(String source, String fault) {
            assertThat(faults(CORE.replace("'/app'", "'" + source + "'"))).isEqualTo(fault);
        }

        @ParameterizedTest
        @CsvSource({
            "https://a.example/schema,''",
            "/schema,invalid-attribute dataschema",
            "'',invalid-attribute dataschema"
        })
        void uriIsAStringAndAbsolute(String schema, String fault) {
            assertThat(faults(CORE + ",'dataschema':'" + schema + "'")).isEqualTo(fault);
        }

        @ParameterizedTest
        @CsvSource({
            "'''2026-11-20T07:30:00Z''',''",
            "'''2026-11-20T07:30:00.123456789+18:00''',''",
            "'''2016-12-31T23:59:60Z''',''",
            "'''2024-02-29T00:00:00Z''',''",
            "'''2026-02-29T00:00:00Z''',invalid-time time",
            "'''2026-11-20T07:30:00''',invalid-time time",
            "'''2026-11-20''',invalid-time time",
            "1763620200000,wrong-type time"
        })
        void timestampIsAStringOfRfc3339(String time, String fault) {
            assertThat(faults(CORE + ",'time':" + time)).isEqualTo(fault);
        }

        @ParameterizedTest
        @ValueSource(strings = {"subject", "time", "dataschema", "datacontenttype", "ext"})
        void nullIsAnAttributeThatIsNotSet(String name) {
            assertThat(faults(CORE + ",'" + name + "':null")).isEqualTo(GOOD);
        }

        @ParameterizedTest
        @ValueSource(strings = {"specversion", "id", "source", "type"})
        void nullDoesNotSetARequiredAttribute(String name) {
            String without = CORE.replaceAll("'" + name + "':'[^']*'", "'" + name + "':null");

            assertThat(faults(without)).isEqualTo("missing-field " + name);
        }

        @ParameterizedTest
        @CsvSource({
            "comacmeext1,''",
            "x,''",
            "comAcme,invalid-attribute comAcme",
            "com_acme,invalid-attribute com_acme",
            "com.acme,invalid-attribute com.acme",
            "'',invalid-attribute"
        })
        void memberIsNamedAsItsAttributeInSmallLettersAndDigits(String name, String fault) {
            assertThat(faults(CORE + ",'" + name + "':'x'")).isEqualTo(fault);
        }

        @Test
        void extensionStandsBesideTheOtherAttributes() {
            assertThat(faults(CORE + ",'ext':'x','extensions':{'ext2':'x'}")).isEqualTo("wrong-type extensions");
        }
    }

    /** Section 3: one event and its data. */
    @Nested
    class Envelope {
        @Test
        void eventIsAJsonObject() {
            assertThat(faultsOf("[" + event("'data':" + DATA) + "]")).isEqualTo("not-an-object");
        }

        @Test
        void memberStandsOnce() {
            assertThat(faults(CORE + ",'subject':'a','subject':'a'")).isEqualTo("duplicate-field subject");
        }

        @Test
        void dataAndDataBase64ExcludeEachOther() {
            assertThat(faultsOf(event("'data':" + DATA + ",'data_base64':'" + base64(DATA) + "'")))
                    .isEqualTo("contradiction data_base64");
        }

        @Test
        void dataOfJsonIsAJsonValueInPlace() {
            assertThat(faultsOf(event("'datacontenttype':'application/json','data':" + DATA)))
                    .isEqualTo(GOOD);
        }

        @Test
        void dataOfJsonThatIsAStringIsThatStringAndNotAnEvent() {
            assertThat(faultsOf(event("'data':'{}'"))).isEqualTo("not-an-object data");
        }

        @Test
        void dataWithoutAContentTypeIsJson() {
            assertThat(faultsOf(event("'data':" + DATA))).isEqualTo(GOOD);
        }

        @ParameterizedTest
        @CsvSource({
            "application/json,''",
            "application/json; charset=utf-8,''",
            "text/json,''",
            "application/vnd.acme+json,''",
            "APPLICATION/JSON,''",
            "application/xml,unsupported-content datacontenttype",
            "application/jsonx,unsupported-content datacontenttype",
            "application/octet-stream,unsupported-content datacontenttype",
            "json,invalid-attribute datacontenttype",
            "'',invalid-attribute datacontenttype"
        })
        void contentTypeDeclaresJsonByItsSubtype(String contentType, String fault) {
            assertThat(faultsOf(event("'datacontenttype':'" + contentType + "','data':" + DATA)))
                    .isEqualTo(fault);
        }

        @Test
        void dataBase64HoldsTheBytesOfTheData() {
            assertThat(faultsOf(event("'data_base64':'" + base64(DATA) + "'"))).isEqualTo(GOOD);
        }

        @ParameterizedTest
        @CsvSource({
            "'''%%%''',invalid-base64 data_base64",
            "'''e30''',missing-field data_base64/type",
            "'''e3''',malformed-json data_base64",
            "'''e30=\\n''',invalid-base64 data_base64",
            "'''e30=e30=''',invalid-base64 data_base64",
            "'''_-__''',invalid-base64 data_base64",
            "5,wrong-type data_base64"
        })
        void dataBase64IsAStringOfBase64(String value, String fault) {
            assertThat(faultsOf(event("'data_base64':" + value))).isEqualTo(fault);
        }

        @Test
        void dataThatNestsTenThousandDeepSpoilsTheBody() {
            byte[] body = bytes("{" + CORE + ",'data':" + "[".repeat(10_000) + "]".repeat(10_000) + "}");

            assertThat(CloudEvents.structured(body, body.length))
                    .isInstanceOfSatisfying(
                            Decoded.Unreadable.class,
                            bad -> assertThat(bad.detail()).contains("64 levels"));
        }
    }

    /** Section 4: batches. */
    @Nested
    class Batch {
        @Test
        void batchIsAJsonArray() {
            assertThat(unreadable(event("'data':" + DATA))).isEqualTo(Decoded.Why.OTHER_KIND);
        }

        @Test
        void batchMayBeEmpty() {
            assertThat(batch("[]")).isEmpty();
        }

        @Test
        void eventsOfABatchMayBeOfDifferentVersions() {
            String good = event("'data':" + DATA);

            List<Reading> readings = batch("[" + good + "," + good.replace("1.0", "0.3") + ","
                    + good.replace("1.0", "1.1") + "," + good + "]");

            assertThat(readings).hasSize(4);
            assertThat(Gathered.faults(readings))
                    .containsExactly("unknown-value specversion", "unknown-value specversion");
        }

        @Test
        void nothingFollowsABatch() {
            assertThat(unreadable("[] []")).isEqualTo(Decoded.Why.BROKEN);
        }

        private static List<Reading> batch(String json) {
            return ((Decoded.Items) CloudEvents.batched(bytes(json), bytes(json).length)).readings();
        }

        private static Decoded.Why unreadable(String json) {
            return ((Decoded.Unreadable) CloudEvents.batched(bytes(json), bytes(json).length)).why();
        }
    }

    private static String extension(String json) {
        byte[] body = ("{" + CORE.replace('\'', '"') + ",\"ext\":" + json + ",\"data\":" + DATA.replace('\'', '"')
                        + "}")
                .getBytes(UTF_8);
        return join(((Decoded.Items) CloudEvents.structured(body, body.length)).readings());
    }

    private static String event(String data) {
        return "{" + CORE + "," + data + "}";
    }

    private static String faults(String attributes) {
        return faultsOf("{" + attributes + ",'data':" + DATA + "}");
    }

    private static String faultsOf(String json) {
        return join(((Decoded.Items) CloudEvents.structured(bytes(json), bytes(json).length)).readings());
    }

    private static String join(List<Reading> readings) {
        return String.join("; ", Gathered.faults(readings));
    }

    private static String base64(String json) {
        return Base64.getEncoder().encodeToString(bytes(json));
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(UTF_8);
    }
}
