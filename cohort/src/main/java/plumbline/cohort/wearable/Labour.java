package plumbline.cohort.wearable;

import plumbline.cohort.chance.Dice;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Lift;
import plumbline.contract.vocabulary.Activity;

/** The rare heavy or repetitive work. Ranges are our choice [D]. */
final class Labour {
    private Labour() {}

    static ActivityBout.Builder bout(ActivityBout.Builder bout, int minutes, Dice dice) {
        if (dice.chance(0.5)) {
            return bout.activity(Activity.REPETITIVE).repetitions(minutes * dice.between(2, 8));
        }
        Lift lift = new Lift(
                dice.between(5, 25),
                dice.between(25, 60),
                dice.between(20, 120),
                dice.between(25, 80),
                dice.between(0, 45),
                dice.between(1, 3));
        return bout.lift(lift).repetitions(minutes * 2);
    }
}
