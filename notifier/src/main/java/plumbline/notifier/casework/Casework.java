package plumbline.notifier.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plumbline.contract.alert.NudgeAnswer;
import plumbline.notifier.casefile.Case;
import plumbline.notifier.casefile.Nudged;

/** The fold of casework: what an input changes of a case, and what is to be done about it. */
public final class Casework {
    private final Practice practice;

    public Casework(Practice practice) {
        this.practice = practice;
    }

    /** The same in an installation without a directory of care teams. */
    public Step step(Case before, Input input, Instant now) {
        return step(before, input, Teams.NONE, now);
    }

    /**
     * One input after another, each exactly once.
     *
     * @param teams as the directory has them now
     * @param now the time at which it is dealt with
     */
    public Step step(Case before, Input input, Teams teams, Instant now) {
        if (input instanceof Input.Forgotten forgotten) {
            return new Step(
                    Case.empty(before.patient()), List.of(new Effect.Erase(forgotten.erasure())), Verdict.NOTED);
        }
        Case known = input instanceof Input.Listed listed ? before.of(listed.profile()) : before;
        Desk desk = new Desk(known, practice, teams, now);
        if (before.version() < Case.CLIMBING) {
            new Escalation(desk).adopt();
        }
        Verdict verdict = decide(desk, input);
        new Release(desk).all();
        return desk.done(verdict);
    }

    private static Verdict answer(Desk desk, NudgeAnswer answer) {
        Optional<Nudged> known = desk.answered(answer);
        known.flatMap(Nudged::episode)
                .ifPresent(episode -> desk.write(
                        episode,
                        Happening.NUDGE_ANSWERED,
                        known.orElseThrow().script().code() + ": "
                                + answer.response().code()));
        return known.isPresent() ? Verdict.NOTED : Verdict.IGNORED;
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
        if (input instanceof Input.Answered answered) {
            return answer(desk, answered.answer());
        }
        if (input instanceof Input.Tick) {
            new Escalation(desk).tick();
            new Deliveries(desk).tick();
        }
        return Verdict.NOTED;
    }
}
