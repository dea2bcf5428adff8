package plumbline.contract.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodesTest {
    private static final Codes<Side> SIDES = Codes.of(Side.class);

    @Test
    void findsAConstantByItsCode() {
        for (Symptom symptom : Symptom.values()) {
            assertThat(Codes.of(Symptom.class).find(symptom.code())).contains(symptom);
        }
        assertThat(Site.WRIST_HAND.code()).isEqualTo("wrist-hand");
    }

    @Test
    void findsOnlyTheExactCode() {
        assertThat(SIDES.find("Left")).isEmpty();
        assertThat(SIDES.find("left ")).isEmpty();
        assertThat(SIDES.find("")).isEmpty();
    }

    @Test
    void namesAllCodesInTheirOrder() {
        assertThat(SIDES.all()).isEqualTo("left, right, both, midline, unknown");
    }
}
