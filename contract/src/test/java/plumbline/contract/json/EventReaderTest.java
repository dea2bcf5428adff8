package plumbline.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Event;
import plumbline.contract.event.EventChecks;
import plumbline.contract.event.PainReport;
import plumbline.contract.vocabulary.Side;

class EventReaderTest {
    private static final String REPORT = "'type':'pain-report','id':'a','patient':'p','at':'2026-11-20T07:30:00Z'";
    private static final String BOUT =
            "'type':'activity-bout','id':'a','patient':'p','start':'2026-11-20T07:00:00Z','end':'2026-11-20T08:00:00Z'";

    private static Reading read(String json) {
        return EventReader.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Event good(String fields) {
        Reading reading = read("{" + fields + "}");
        assertThat(reading).isInstanceOf(Reading.Good.class);
        return ((Reading.Good) reading).event();
    }

    private static List<Violation> bad(String json) {
        Reading reading = read(json);
        assertThat(reading).isInstanceOf(Reading.Bad.class);
        return ((Reading.Bad) reading).violations();
    }

    private static String report(String more) {
        return "{" + REPORT + "," + more + "}";
    }

    private static String bout(String more) {
        return "{" + BOUT + "," + more + "}";
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("", ErrorCode.MALFORMED_JSON, ""),
                arguments("{", ErrorCode.MALFORMED_JSON, ""),
                arguments("{} {}", ErrorCode.MALFORMED_JSON, ""),
                arguments(report("'x':" + "[".repeat(70)), ErrorCode.MALFORMED_JSON, ""),
                arguments("[]", ErrorCode.NOT_AN_OBJECT, ""),
                arguments("7", ErrorCode.NOT_AN_OBJECT, ""),
                arguments("{'id':'a'}", ErrorCode.MISSING_FIELD, "type"),
                arguments("{'type':null}", ErrorCode.MISSING_FIELD, "type"),
                arguments("{'type':7}", ErrorCode.WRONG_TYPE, "type"),
                arguments("{'type':'mood'}", ErrorCode.UNKNOWN_TYPE, "type"),
                arguments(report("'id':'b'"), ErrorCode.DUPLICATE_FIELD, "id"),
                arguments(report("'flare':'yes'"), ErrorCode.WRONG_TYPE, "flare"),
                arguments(report("'symptoms':'fever'"), ErrorCode.WRONG_TYPE, "symptoms"),
                arguments(report("'symptoms':['fever',{'a':[1]}]"), ErrorCode.WRONG_TYPE, "symptoms/1"),
                arguments(report("'site':'back'"), ErrorCode.UNKNOWN_VALUE, "site"),
                arguments(report("'limits':['walking','Walking']"), ErrorCode.UNKNOWN_VALUE, "limits/1"),
                arguments(report("'intensity':10.5"), ErrorCode.INTENSITY_OUT_OF_RANGE, "intensity"),
                arguments(report("'intensity':-1"), ErrorCode.INTENSITY_OUT_OF_RANGE, "intensity"),
                arguments(report("'version':-1"), ErrorCode.VERSION_OUT_OF_RANGE, "version"),
                arguments(report("'version':9007199254740992"), ErrorCode.VERSION_OUT_OF_RANGE, "version"),
                arguments(report("'source':''"), ErrorCode.INVALID_TEXT, "source"),
                arguments(report("'source':'\\udc00'"), ErrorCode.INVALID_TEXT, "source"),
                arguments(
                        "{'type':'pain-report','id':'','patient':'p','at':'2026-11-20T07:30:00Z'}",
                        ErrorCode.INVALID_ID,
                        "id"),
                arguments(
                        "{'type':'pain-report','id':'a','patient':'p','at':'yesterday'}", ErrorCode.INVALID_TIME, "at"),
                arguments("{'type':'pain-report','id':'a','patient':'p','at':{'x':1}}", ErrorCode.INVALID_TIME, "at"),
                arguments(
                        "{'type':'pain-report','id':'a','patient':'p','at':'1989-12-31T23:59:59Z'}",
                        ErrorCode.TIME_TOO_OLD,
                        "at"),
                arguments(
                        "{'type':'activity-bout','id':'a','patient':'p','start':'2026-11-20T07:00:00Z','end':'2026-11-20T06:59:59Z'}",
                        ErrorCode.END_BEFORE_START,
                        "end"),
                arguments(
                        "{'type':'activity-bout','id':'a','patient':'p','start':'2026-11-20T07:00:00Z','end':'2026-11-21T07:00:01Z'}",
                        ErrorCode.BOUT_TOO_LONG,
                        "end"),
                arguments(bout("'repetitions':1000001"), ErrorCode.REPETITIONS_OUT_OF_RANGE, "repetitions"),
                arguments(report("'intensity':1e-400"), ErrorCode.INTENSITY_OUT_OF_RANGE, "intensity"),
                arguments(report("'intensity':1e-99999999999"), ErrorCode.INTENSITY_OUT_OF_RANGE, "intensity"),
                arguments(report("'intensity':6.00000000000000001"), ErrorCode.INTENSITY_OUT_OF_RANGE, "intensity"),
                arguments(bout("'load':5"), ErrorCode.WRONG_TYPE, "load"),
                arguments(bout("'load':{}"), ErrorCode.MISSING_FIELD, "load/measure"),
                arguments(bout("'load':{'measure':'weight'}"), ErrorCode.UNKNOWN_VALUE, "load/measure"),
                arguments(bout("'load':{'measure':'ground-force','left':1}"), ErrorCode.LOAD_INCOMPLETE, "load"),
                arguments(
                        bout("'load':{'measure':'walking-asymmetry','left':1,'right':1}"),
                        ErrorCode.LOAD_INCOMPLETE,
                        "load"),
                arguments(
                        bout("'load':{'measure':'ground-force','left':0,'right':1}"),
                        ErrorCode.LOAD_OUT_OF_RANGE,
                        "load/left"),
                arguments(
                        bout("'load':{'measure':'ground-force','left':1,'right':1e999}"),
                        ErrorCode.LOAD_OUT_OF_RANGE,
                        "load/right"),
                arguments(
                        bout("'load':{'measure':'walking-asymmetry','percent':100.1}"),
                        ErrorCode.PERCENT_OUT_OF_RANGE,
                        "load/percent"),
                arguments(
                        bout("'lift':{'massKg':0,'horizontalCm':1,'verticalCm':1,'travelCm':1}"),
                        ErrorCode.LIFT_OUT_OF_RANGE,
                        "lift/massKg"),
                arguments(
                        bout("'lift':{'massKg':1,'horizontalCm':1,'verticalCm':1}"),
                        ErrorCode.MISSING_FIELD,
                        "lift/travelCm"),
                arguments(bout("'exercise':{}"), ErrorCode.MISSING_FIELD, "exercise/name"),
                arguments(bout("'exercise':{'name':'\\u0000'}"), ErrorCode.INVALID_TEXT, "exercise/name"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhatIsWrongAndWhere(String json, ErrorCode code, String field) {
        assertThat(bad(json)).first().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo(code);
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.detail()).isNotEmpty();
        });
    }

    @Test
    void usesEveryCodeThatReadingCanGive() {
        Set<ErrorCode> foreign = EnumSet.range(ErrorCode.CONTRADICTION, ErrorCode.AMBIGUOUS_UNIT);
        Set<ErrorCode> used = wrong().map(row -> (ErrorCode) row.get()[1])
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ErrorCode.class)));

        used.addAll(foreign);
        used.addAll(EnumSet.range(ErrorCode.BIRTH_YEAR_OUT_OF_RANGE, ErrorCode.CYCLE));
        assertThat(EnumSet.complementOf(EnumSet.copyOf(used)))
                .containsExactlyInAnyOrder(
                        ErrorCode.TIME_IN_FUTURE,
                        ErrorCode.PATIENT_NOT_ALLOWED,
                        ErrorCode.EVENT_TOO_LARGE,
                        ErrorCode.TRANSACTION_REFUSED,
                        ErrorCode.NOT_STORED);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThat(bad("{'type':'pain-report','patient':'p','intensity':11,'site':'back','at':5}"))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("id", "intensity", "site", "at");
    }

    @Test
    void takesNullAsAbsent() {
        PainReport report = (PainReport) good(REPORT + ",'intensity':null,'side':null,'symptoms':null,'version':null");

        assertThat(report).isEqualTo(good(REPORT));
        assertThat(report.side()).isEqualTo(Side.UNKNOWN);
        assertThat(bad("{'type':'pain-report','id':null,'patient':'p','at':'2026-11-20T07:30:00Z'}"))
                .extracting(Violation::code)
                .containsExactly(ErrorCode.MISSING_FIELD);
    }

    @Test
    void readsATypeThatComesLast() {
        assertThat(good("'intensity':6,'at':'2026-11-20T07:30:00Z','patient':'p','id':'a','type':'pain-report'"))
                .isEqualTo(good(REPORT + ",'intensity':6"));
    }

    @Test
    void ignoresUnknownFieldsAndThoseOfTheOtherType() {
        assertThat(good(REPORT + ",'mood':{'a':[1,{}]},'worn':7,'end':'never','load':[]"))
                .isEqualTo(good(REPORT));
        assertThat(good(BOUT + ",'intensity':11,'symptoms':['x'],'at':null")).isEqualTo(good(BOUT));
    }

    @Test
    void neverForgetsAnErrorBecauseThereWereMany() {
        String many = "'symptoms':[" + "'x',".repeat(1_000) + "'y'],'flare':7";

        assertThat(bad(report(many)))
                .hasSize(9)
                .last()
                .extracting(Violation::field)
                .isEqualTo("flare");
        assertThat(bad(bout(many + ",'worn':7"))).extracting(Violation::field).containsExactly("worn");
    }

    @Test
    void readsAWholeNumberThatIsWrittenWithAFraction() {
        assertThat(((PainReport) good(REPORT + ",'intensity':6.0")).intensity()).hasValue(6);
        assertThat(((PainReport) good(REPORT + ",'intensity':0e99999")).intensity())
                .hasValue(0);
        assertThat(((ActivityBout) good(BOUT + ",'repetitions':1e3")).repetitions())
                .hasValue(1_000);
    }

    @Test
    void keepsTheIdOfABadEvent() {
        assertThat(((Reading.Bad) read(report("'intensity':11"))).id()).isEqualTo("a");
    }

    @Test
    void toleratesClocksThatAreFiveMinutesAhead() {
        Instant now = Instant.parse("2026-11-20T07:25:00Z");

        assertThat(EventChecks.ahead(good(REPORT), now)).isEmpty();
        assertThat(EventChecks.ahead(good(REPORT), now.minusNanos(1)))
                .extracting(Violation::code, Violation::field)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ErrorCode.TIME_IN_FUTURE, "at"));
    }
}
