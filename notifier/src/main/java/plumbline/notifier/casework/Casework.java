package plumbline.notifier.casework;

import java.time.Instant;
import java.util.List;
import plumbline.notifier.casefile.Case;

/** The fold of casework: what an input changes of a case, and what is to be done about it. */
public final class Casework {
    private final Practice practice;

    public Casework(Practice practice) {
        this.practice = practice;
    }

    /**
     * One input after another, each exactly once.
     *
     * @param now the time at which it is dealt with
     */
    public Step step(Case before, Input input, Instant now) {
        if (input instanceof Input.Forgotten forgotten) {
            return new Step(
                    Case.empty(before.patient()), List.of(new Effect.Erase(forgotten.erasure())), Verdict.NOTED);
        }
        Case known = input instanceof Input.Listed listed ? before.of(listed.profile()) : before;
        Desk desk = new Desk(known, practice, now);
        Verdict verdict = decide(desk, input);
        new Release(desk).all();
        return desk.done(verdict);
    }

    private static Verdict decide(Desk desk, Input input) {
        if (input instanceof Input.Found found) {
            return new Intake(desk).take(found.finding(), found.arrived());
        }
        if (input instanceof Input.Acted acted) {
            return new Actions(desk).take(acted.action());
        }
        if (input instanceof Input.Reported reported) {
            return new Deliveries(desk).take(reported.report());
        }
        if (input instanceof Input.Tick) {
            new Deliveries(desk).tick();
        }
        return Verdict.NOTED;
    }
}
