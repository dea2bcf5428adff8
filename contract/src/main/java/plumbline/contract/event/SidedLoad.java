package plumbline.contract.event;

import plumbline.contract.check.Checks;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.vocabulary.Measure;

/**
 * A left and a right value in the same unit, which the measure implies.
 *
 * @param left above 0 and at most 1,000,000,000
 * @param right above 0 and at most 1,000,000,000
 */
public record SidedLoad(Measure measure, double left, double right) implements Load {
    private static final double MOST = 1e9;

    public SidedLoad {
        new Checks()
                .that(
                        measure.isSided(),
                        ErrorCode.LOAD_INCOMPLETE,
                        "load/percent",
                        "is what walking-asymmetry carries; left and right need a sided measure")
                .that(inRange(left), ErrorCode.LOAD_OUT_OF_RANGE, "load/left", "must be above 0 and at most 1e9")
                .that(inRange(right), ErrorCode.LOAD_OUT_OF_RANGE, "load/right", "must be above 0 and at most 1e9")
                .done();
    }

    private static boolean inRange(double value) {
        return value > 0 && value <= MOST;
    }
}
