package plumbline.contract.event;

import plumbline.contract.check.Checks;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.vocabulary.Measure;

/**
 * An unsigned asymmetry of walking: no side can be told from it.
 *
 * @param percent 0-100
 */
public record WalkingAsymmetry(double percent) implements Load {

    public WalkingAsymmetry {
        new Checks()
                .that(
                        percent >= 0 && percent <= 100,
                        ErrorCode.PERCENT_OUT_OF_RANGE,
                        "load/percent",
                        "must be from 0 to 100; a fraction of 0.07 is 7 percent")
                .done();
    }

    @Override
    public Measure measure() {
        return Measure.WALKING_ASYMMETRY;
    }
}
