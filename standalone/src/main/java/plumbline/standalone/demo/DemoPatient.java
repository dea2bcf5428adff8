package plumbline.standalone.demo;

import java.util.List;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/**
 * A simulated patient. Days are counted from the day on which the demo was first started: 0 is that day, -1 the one before.
 *
 * @param site where it hurts when it hurts
 * @param onset the first day of the pain
 * @param level the usual pain, 0-10, while it lasts
 * @param measure what the patient's device compares
 * @param bias the patient's own lasting difference between the sides, a symmetry index in percent; negative means that the right carries less
 * @param shift what compensation adds to it; 0 for most
 */
record DemoPatient(
        int number,
        String id,
        Course course,
        Site site,
        Side side,
        int onset,
        double level,
        Measure measure,
        double bias,
        double shift) {
    /** Long enough for a baseline of four weeks before the pain, short enough that it is far from over. */
    private static final int COMPENSATION_ONSET = -12;

    private static final int FIRST_ID = 1001;

    private static final List<Site> SITES =
            List.of(Site.LOWER_BACK, Site.LOWER_BACK, Site.HIP, Site.BUTTOCK, Site.KNEE);

    static DemoPatient of(long seed, int number) {
        Dice dice = Dice.of(seed, number);
        Course course = Course.of(number);
        Side side = dice.chance(0.5) ? Side.LEFT : Side.RIGHT;
        int awayFromPain = side == Side.RIGHT ? -1 : 1;
        double step = dice.between(9.0, 13.0);
        return new DemoPatient(
                number,
                "p-" + (FIRST_ID + number),
                course,
                course == Course.EMERGENCY_SIGN ? Site.LOWER_BACK : dice.oneOf(SITES),
                side,
                onset(course, dice),
                dice.between(4.8, 6.2),
                dice.chance(0.6) ? Measure.GROUND_FORCE : Measure.STANCE_TIME,
                dice.between(-2.0, 2.0),
                course == Course.COMPENSATING ? awayFromPain * step : 0);
    }

    private static int onset(Course course, Dice dice) {
        return switch (course) {
            case HEALTHY -> Integer.MAX_VALUE;
            case SHORT_PAIN -> -dice.between(8, 25);
            case PERSISTENT_PAIN -> -dice.between(8, 20);
            case COMPENSATING -> COMPENSATION_ONSET;
            case SUDDEN_SEVERE -> 0;
            case EMERGENCY_SIGN -> -6;
        };
    }

    /** Whether the pain is there on this day. */
    boolean hurts(int day) {
        return day >= onset && (course != Course.SHORT_PAIN || day < onset + 2);
    }

    /** The symmetry index around which the day's measurements lie, in percent. */
    double symmetry(int day) {
        return bias + (hurts(day) ? shift : 0);
    }
}
