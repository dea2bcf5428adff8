package plumbline.analytics.effort;

import java.time.Duration;
import plumbline.contract.event.Lift;

/**
 * The revised NIOSH lifting equation: the weight that nearly all healthy workers can lift, and how many times of it was lifted.
 * Waters, Putz-Anderson, Garg: Applications Manual for the Revised NIOSH Lifting Equation, publication 94-110, 1994. How well the
 * hands hold the load is not told; a good coupling is assumed, so that the index is rather too low than too high.
 */
final class LiftingEquation {
    private static final double CONSTANT_KG = 23;
    private static final double NEAREST_CM = 25;
    private static final double FARTHEST_CM = 63;
    private static final double HIGHEST_CM = 175;
    private static final double SHORTEST_TRAVEL_CM = 25;
    private static final double MOST_TURN_DEG = 135;
    private static final double KNUCKLES_CM = 75;

    /** Lifts a minute, and the multiplier for up to one, two and eight hours: table 5 of the manual, hands below the knuckles and above. */
    private static final double[][] FREQUENCY = {
        {0.2, 1.00, 1.00, .95, .95, .85, .85},
        {0.5, .97, .97, .92, .92, .81, .81},
        {1, .94, .94, .88, .88, .75, .75},
        {2, .91, .91, .84, .84, .65, .65},
        {3, .88, .88, .79, .79, .55, .55},
        {4, .84, .84, .72, .72, .45, .45},
        {5, .80, .80, .60, .60, .35, .35},
        {6, .75, .75, .50, .50, .27, .27},
        {7, .70, .70, .42, .42, .22, .22},
        {8, .60, .60, .35, .35, .18, .18},
        {9, .52, .52, .30, .30, .00, .15},
        {10, .45, .45, .26, .26, .00, .13},
        {11, .41, .41, .00, .23, .00, .00},
        {12, .37, .37, .00, .21, .00, .00},
        {13, .00, .34, .00, .00, .00, .00},
        {14, .00, .31, .00, .00, .00, .00},
        {15, .00, .28, .00, .00, .00, .00}
    };

    private LiftingEquation() {}

    /** How many times the recommended weight was lifted; infinite where nothing should be lifted. */
    static double index(Lift lift, Duration lasted) {
        return lift.massKg() / recommendedKg(lift, lasted);
    }

    /** The recommended weight limit; 0 where nothing should be lifted. */
    static double recommendedKg(Lift lift, Duration lasted) {
        if (lift.horizontalCm() > FARTHEST_CM
                || lift.verticalCm() > HIGHEST_CM
                || lift.travelCm() > HIGHEST_CM
                || lift.asymmetryDeg() > MOST_TURN_DEG) {
            return 0;
        }
        return CONSTANT_KG
                * (NEAREST_CM / Math.max(NEAREST_CM, lift.horizontalCm()))
                * (1 - .003 * Math.abs(lift.verticalCm() - KNUCKLES_CM))
                * (.82 + 4.5 / Math.max(SHORTEST_TRAVEL_CM, lift.travelCm()))
                * (1 - .0032 * lift.asymmetryDeg())
                * frequency(lift, lasted);
    }

    /** The multiplier, between two frequencies of the table in proportion. */
    private static double frequency(Lift lift, Duration lasted) {
        double perMinute = Math.max(FREQUENCY[0][0], lift.perMinute());
        int column = 1 + 2 * hours(lasted) + (lift.verticalCm() < KNUCKLES_CM ? 0 : 1);
        for (int row = 1; row < FREQUENCY.length; row++) {
            if (perMinute <= FREQUENCY[row][0]) {
                double[] below = FREQUENCY[row - 1];
                double[] above = FREQUENCY[row];
                double part = (perMinute - below[0]) / (above[0] - below[0]);
                return below[column] + part * (above[column] - below[column]);
            }
        }
        return 0;
    }

    private static int hours(Duration lasted) {
        if (lasted.compareTo(Duration.ofHours(1)) <= 0) {
            return 0;
        }
        return lasted.compareTo(Duration.ofHours(2)) <= 0 ? 1 : 2;
    }
}
