package plumbline.contract.event;

import plumbline.contract.check.Checks;
import plumbline.contract.check.ErrorCode;

/**
 * The geometry of a lifting task, as the revised NIOSH equation wants it.
 *
 * @param massKg above 0, at most 500
 * @param horizontalCm hands before the ankles, 0-200
 * @param verticalCm hands above the floor at the start, 0-300
 * @param travelCm height that the load travels, 0-300
 * @param asymmetryDeg turn of the trunk, 0-180
 * @param perMinute lifts a minute, 0-100
 */
public record Lift(
        double massKg, double horizontalCm, double verticalCm, double travelCm, double asymmetryDeg, double perMinute) {

    public Lift {
        Checks checks = new Checks();
        checks.that(
                massKg > 0 && massKg <= 500,
                ErrorCode.LIFT_OUT_OF_RANGE,
                "lift/massKg",
                "must be above 0 and at most 500");
        range(checks, horizontalCm, 200, "lift/horizontalCm");
        range(checks, verticalCm, 300, "lift/verticalCm");
        range(checks, travelCm, 300, "lift/travelCm");
        range(checks, asymmetryDeg, 180, "lift/asymmetryDeg");
        range(checks, perMinute, 100, "lift/perMinute");
        checks.done();
    }

    private static void range(Checks checks, double value, int most, String field) {
        checks.that(value >= 0 && value <= most, ErrorCode.LIFT_OUT_OF_RANGE, field, "must be from 0 to " + most);
    }
}
