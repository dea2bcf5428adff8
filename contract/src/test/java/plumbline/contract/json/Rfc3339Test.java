package plumbline.contract.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T07:30:00+01:00",
                "2026-11-20T07:30:00Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999-18:00",
                "2024-02-29T12:00:00.1+05:45"
            })
    void readsAsTheJdkDoesAndWritesTheSame(String text) {
        assertThat(Rfc3339.parse(text)).contains(OffsetDateTime.parse(text));
        assertThat(Rfc3339.format(OffsetDateTime.parse(text))).isEqualTo(text);
    }

    @Test
    void readsLowerCaseAndALeapSecond() {
        assertThat(Rfc3339.parse("2016-12-31t23:59:60z")).contains(OffsetDateTime.parse("2016-12-31T23:59:59Z"));
        assertThat(Rfc3339.parse("2015-06-30T19:59:60.5-04:00"))
                .contains(OffsetDateTime.parse("2015-06-30T19:59:59.5-04:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-20",
                "2026-11-20T07:30:00",
                "2026-11-20T07:30Z",
                "2026-11-20 07:30:00Z",
                "2026-11-20T07:30:00.Z",
                "2026-11-20T07:30:00.1234567890Z",
                "2026-11-20T07:30:00+01",
                "2026-11-20T07:30:00+0100",
                "2026-11-20T07:30:00+19:00",
                "2026-11-20T07:30:00+18:01",
                "2026-11-20T07:30:00+01:60",
                "2026-11-20T07:30:00 01:00",
                "2026-11-20T24:00:00Z",
                "2026-11-20T07:60:00Z",
                "2026-11-20T07:30:61Z",
                "2026-11-20T07:30:60Z",
                "2016-12-30T23:59:60Z",
                "2016-12-31T23:59:60+01:00",
                "2026-02-29T07:30:00Z",
                "2026-13-01T07:30:00Z",
                "2026-11-00T07:30:00Z",
                "abcd-11-20T07:30:00Z",
                "-026-11-20T07:30:00Z",
                "2026-1a-20T07:30:00Z",
                "2026-11-20T07:30:00ZZ",
                "+2026-11-20T07:30:00Z",
                "٢٠٢٦-11-20T07:30:00Z",
                "1795176000"
            })
    void refusesOtherForms(String text) {
        assertThat(Rfc3339.parse(text)).isEmpty();
    }
}
