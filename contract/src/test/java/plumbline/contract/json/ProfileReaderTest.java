package plumbline.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.patient.PatientProfile;
import plumbline.contract.patient.QuietHours;
import plumbline.contract.patient.RiskFactor;

class ProfileReaderTest {

    private static ProfileReading read(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return ProfileReader.read(bytes, bytes.length, "p-1");
    }

    private static PatientProfile good(String fields) {
        ProfileReading reading = read("{" + fields + "}");
        assertThat(reading).isInstanceOf(ProfileReading.Good.class);
        return ((ProfileReading.Good) reading).profile();
    }

    private static List<Violation> bad(String json) {
        ProfileReading reading = read(json);
        assertThat(reading).isInstanceOf(ProfileReading.Bad.class);
        return ((ProfileReading.Bad) reading).violations();
    }

    private static Arguments wrong(String fields, ErrorCode code, String field) {
        return arguments("{" + fields + "}", code, field);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("", ErrorCode.MALFORMED_JSON, ""),
                arguments("{", ErrorCode.MALFORMED_JSON, ""),
                arguments("{} {}", ErrorCode.MALFORMED_JSON, ""),
                arguments("{'x':" + "[".repeat(70), ErrorCode.MALFORMED_JSON, ""),
                arguments("[]", ErrorCode.NOT_AN_OBJECT, ""),
                arguments("null", ErrorCode.NOT_AN_OBJECT, ""),
                wrong("'type':'pain-report'", ErrorCode.UNKNOWN_TYPE, "type"),
                wrong("'type':7", ErrorCode.WRONG_TYPE, "type"),
                wrong("'id':'p-2'", ErrorCode.CONTRADICTION, "id"),
                wrong("'language':'de','language':'de'", ErrorCode.DUPLICATE_FIELD, "language"),
                wrong("'birthYear':'1958'", ErrorCode.WRONG_TYPE, "birthYear"),
                wrong("'birthYear':58", ErrorCode.BIRTH_YEAR_OUT_OF_RANGE, "birthYear"),
                wrong("'birthYear':1958.5", ErrorCode.BIRTH_YEAR_OUT_OF_RANGE, "birthYear"),
                wrong("'birthYear':1e300", ErrorCode.BIRTH_YEAR_OUT_OF_RANGE, "birthYear"),
                wrong("'timeZone':'Middle/Earth'", ErrorCode.UNKNOWN_TIME_ZONE, "timeZone"),
                wrong("'timeZone':'+01:00'", ErrorCode.UNKNOWN_TIME_ZONE, "timeZone"),
                wrong("'timeZone':''", ErrorCode.UNKNOWN_TIME_ZONE, "timeZone"),
                wrong("'timeZone':1", ErrorCode.WRONG_TYPE, "timeZone"),
                wrong("'language':'xx'", ErrorCode.UNKNOWN_LANGUAGE, "language"),
                wrong("'language':'de_CH'", ErrorCode.UNKNOWN_LANGUAGE, "language"),
                wrong("'language':''", ErrorCode.UNKNOWN_LANGUAGE, "language"),
                wrong("'language':'German'", ErrorCode.UNKNOWN_LANGUAGE, "language"),
                wrong("'careTeam':'spine north'", ErrorCode.INVALID_ID, "careTeam"),
                wrong("'riskFactors':'osteoporosis'", ErrorCode.WRONG_TYPE, "riskFactors"),
                wrong("'riskFactors':['fever']", ErrorCode.UNKNOWN_VALUE, "riskFactors/0"),
                wrong("'contact':'maria@example.org'", ErrorCode.WRONG_TYPE, "contact"),
                wrong("'contact':{'email':'maria'}", ErrorCode.INVALID_EMAIL, "contact/email"),
                wrong("'contact':{'email':'a@b@example.org'}", ErrorCode.INVALID_EMAIL, "contact/email"),
                wrong("'contact':{'email':'a@example.org\\nBcc: b@x.org'}", ErrorCode.INVALID_EMAIL, "contact/email"),
                wrong("'contact':{'email':5}", ErrorCode.WRONG_TYPE, "contact/email"),
                wrong("'contact':{'webhook':'http://push.example.org/'}", ErrorCode.INVALID_WEBHOOK, "contact/webhook"),
                wrong("'contact':{'webhook':'ftp://example.org/'}", ErrorCode.INVALID_WEBHOOK, "contact/webhook"),
                wrong("'contact':{'webhook':'/relative'}", ErrorCode.INVALID_WEBHOOK, "contact/webhook"),
                wrong("'contact':{'webhook':'https:// /'}", ErrorCode.INVALID_WEBHOOK, "contact/webhook"),
                wrong("'contact':{'webhook':'https://u:p@example.org'}", ErrorCode.INVALID_WEBHOOK, "contact/webhook"),
                wrong("'quietHours':'22-7'", ErrorCode.WRONG_TYPE, "quietHours"),
                wrong("'quietHours':{'from':'22:00'}", ErrorCode.MISSING_FIELD, "quietHours/to"),
                wrong("'quietHours':{'from':'22:00','to':null}", ErrorCode.MISSING_FIELD, "quietHours/to"),
                wrong("'quietHours':{'from':'22','to':'07:00'}", ErrorCode.INVALID_TIME, "quietHours/from"),
                wrong("'quietHours':{'from':'22:00','to':'24:00'}", ErrorCode.INVALID_TIME, "quietHours/to"),
                wrong("'quietHours':{'from':'22:00','to':'22:00'}", ErrorCode.INVALID_QUIET_HOURS, "quietHours"),
                wrong("'nudges':3", ErrorCode.WRONG_TYPE, "nudges"),
                wrong("'nudges':{'perDay':4}", ErrorCode.NUDGES_OUT_OF_RANGE, "nudges/perDay"),
                wrong("'nudges':{'perDay':-1}", ErrorCode.NUDGES_OUT_OF_RANGE, "nudges/perDay"),
                wrong("'nudges':{'perDay':'few'}", ErrorCode.WRONG_TYPE, "nudges/perDay"),
                wrong("'nudges':{'off':['sitting']}", ErrorCode.UNKNOWN_VALUE, "nudges/off/0"),
                wrong("'nudges':{'off':['red-flag']}", ErrorCode.ALWAYS_SAID, "nudges/off"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesWhatIsWrongAndWhere(String json, ErrorCode code, String field) {
        assertThat(bad(json)).first().satisfies(first -> {
            assertThat(first.code()).isEqualTo(code);
            assertThat(first.field()).isEqualTo(field);
            assertThat(first.detail()).isNotBlank();
        });
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThat(bad("{'birthYear':'x','timeZone':'x','contact':{'email':'x'},'nudges':{'perDay':9}}"))
                .extracting(Violation::field)
                .containsExactly("birthYear", "timeZone", "contact/email", "nudges/perDay");
    }

    @Test
    void everyFieldMayBeAbsentOrNull() {
        assertThat(good("'birthYear':null,'contact':{},'nudges':{'off':null},'riskFactors':null,'unknown':[{}]"))
                .isEqualTo(good("'contact':{},'nudges':{}"));
    }

    @Test
    void anEntryWithoutAnIdIsNobodys() {
        byte[] json = "{\"type\":\"patient\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(ProfileReader.read(json))
                .isEqualTo(
                        new ProfileReading.Bad(List.of(new Violation(ErrorCode.MISSING_FIELD, "id", "is required"))));
    }

    @Test
    void readsWhatItIsTold() {
        PatientProfile profile = good("'id':'p-1','timeZone':'America/New_York','riskFactors':['iv-drug-use']");

        assertThat(profile.timeZone()).contains(ZoneId.of("America/New_York"));
        assertThat(profile.riskFactors()).containsExactly(RiskFactor.IV_DRUG_USE);
        assertThat(profile.id()).isEqualTo("p-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://push.example.org:8443/u?x=1", "http://localhost:9000/x", "http://127.0.0.1/"})
    void takesAWebhookThatIsSafeOrOnTheOwnMachine(String address) {
        assertThat(good("'contact':{'webhook':'" + address + "'}").contact()).isPresent();
    }

    @Test
    void aYearOfBirthAheadOfTheClockIsNamed() {
        PatientProfile unborn = good("'birthYear':2028");

        assertThat(unborn.ahead(Instant.parse("2026-11-20T10:00:00Z")))
                .extracting(Violation::field)
                .containsExactly("birthYear");
        assertThat(unborn.ahead(Instant.parse("2027-12-31T12:00:00Z"))).isEmpty();
    }

    @Test
    void quietHoursMayPassMidnight() {
        QuietHours night = new QuietHours(LocalTime.of(21, 30), LocalTime.of(7, 0));

        assertThat(Stream.of("21:30", "23:59", "00:00", "06:59").map(LocalTime::parse))
                .allMatch(night::cover);
        assertThat(Stream.of("07:00", "12:00", "21:29").map(LocalTime::parse)).noneMatch(night::cover);
    }

    @Test
    void quietHoursMayLieWithinADay() {
        QuietHours nap = new QuietHours(LocalTime.of(13, 0), LocalTime.of(14, 0));

        assertThat(nap.cover(LocalTime.of(13, 59))).isTrue();
        assertThat(nap.cover(LocalTime.of(14, 0))).isFalse();
        assertThat(nap.cover(LocalTime.of(0, 0))).isFalse();
    }

    @Test
    void aContactIsNotWrittenToALog() {
        assertThat(good("'contact':{'email':'maria@example.org'}").toString()).doesNotContain("maria");
        assertThat(good("'contact':{'email':'maria@example.org'}").contact().flatMap(c -> c.email()))
                .isEqualTo(Optional.of("maria@example.org"));
    }
}
