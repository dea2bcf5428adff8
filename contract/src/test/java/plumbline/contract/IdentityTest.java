package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void isTheSameForEver() {
        assertThat(Identity.of("p-1042", "persistent-pain", "lower-back", "2026-11-14"))
                .isEqualTo("9hjoSIqbEtCNmNOh");
    }

    @Test
    void tellsApartWhereThePartsAreCutOtherwise() {
        assertThat(Identity.of("a", "bc")).isNotEqualTo(Identity.of("ab", "c"));
    }
}
