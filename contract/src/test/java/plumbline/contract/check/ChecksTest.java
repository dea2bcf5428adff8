package plumbline.contract.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "A.b_c:d-9", "0", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    void takesIdentifiers(String id) {
        assertThat(Checks.isId(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a/b",
                "ä",
                "a\n",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void refusesWhatIsNoIdentifier(String id) {
        assertThat(Checks.isId(id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b", "a\tb", "\ud800", "a\udc00"})
    void refusesTextThatCannotBeShown(String text) {
        assertThatThrownBy(() -> new Checks().text(text, "source").done()).isInstanceOf(InvalidValue.class);
    }

    @Test
    void takesTextUpToItsLongest() {
        new Checks()
                .text("ä \ud83d\ude00", "source")
                .text("x".repeat(128), "source")
                .done();

        assertThatThrownBy(() -> new Checks().text("x".repeat(129), "source").done())
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void namesEveryViolationAtOnce() {
        assertThatThrownBy(() -> new Checks().id("", "id").id("", "patient").done())
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        invalid -> assertThat(invalid.violations())
                                .extracting(Violation::field)
                                .containsExactly("id", "patient"));
    }
}
