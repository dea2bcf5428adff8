package plumbline.cohort.simulate;

import java.util.Arrays;
import java.util.List;
import plumbline.cohort.observe.ObservationRates;
import plumbline.cohort.rates.BodyRates;
import plumbline.cohort.rates.BodyRates.Bias;
import plumbline.cohort.rates.Rates;
import plumbline.contract.vocabulary.Code;

/** The cohort as it is expected, and the negative controls: what must find little, or nothing. */
public enum Variant implements Code {
    /** All of it. */
    EXPECTED,
    /** Two equal sides in everybody: nothing but noise. */
    NO_ASYMMETRY,
    /** Left and right of each day exchanged by the toss of a coin: sizes remain, directions mean nothing. */
    SIDES_PERMUTED,
    /** A lasting difference of 8-12 in everybody, as of a leg-length difference, and no compensation. */
    CONSTANT_BIAS,
    /** No compensation, and a device that everybody pairs anew once a month, every second time the wrong way round. */
    SWAPS_ONLY,
    /** Six days in ten missing, of reports and of wear alike. */
    SIXTY_PERCENT_MISSING;

    private static final double ONCE_A_MONTH = 1;
    private static final double MOST_MISSING = 0.6;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }

    /** The negative controls. */
    public static List<Variant> controls() {
        return Arrays.stream(values()).filter(variant -> variant != EXPECTED).toList();
    }

    /** Whether a compensation can be told from what is recorded. */
    public boolean isDirectional() {
        return this != SIDES_PERMUTED;
    }

    Rates rates(Rates usual) {
        BodyRates body = usual.body();
        return switch (this) {
            case NO_ASYMMETRY -> usual.with(body.withoutCompensation().withBias(new Bias(0, 0, 0)));
            case CONSTANT_BIAS -> usual.with(body.withoutCompensation().withBias(new Bias(8, 12, 0)));
            case SWAPS_ONLY -> usual.with(body.withoutCompensation());
            case EXPECTED, SIDES_PERMUTED, SIXTY_PERCENT_MISSING -> usual;
        };
    }

    ObservationRates observation(ObservationRates usual) {
        return switch (this) {
            case SIDES_PERMUTED -> usual.with(usual.device().withSidesPermuted());
            case SWAPS_ONLY -> usual.with(usual.device().withPairings(ONCE_A_MONTH));
            case SIXTY_PERCENT_MISSING -> usual.withMissing(MOST_MISSING);
            case EXPECTED, NO_ASYMMETRY, CONSTANT_BIAS -> usual;
        };
    }
}
