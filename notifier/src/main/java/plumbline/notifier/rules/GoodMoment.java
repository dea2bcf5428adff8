package plumbline.notifier.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import plumbline.contract.Identity;
import plumbline.contract.delivery.Reason;
import plumbline.contract.patient.NudgeWishes;
import plumbline.notifier.casefile.Delivery;
import plumbline.notifier.casefile.Hold;
import plumbline.notifier.casefile.Nudged;
import plumbline.notifier.text.Script;

/** When a patient may be written to about what is not urgent: at most three times a day, 90 minutes apart, in
 * their {@link Rhythm}. */
public final class GoodMoment {
    static final Duration APART = Duration.ofMinutes(90);
    static final Duration KIND_WORDS_APART = Duration.ofDays(7);

    /** How long a message has to be remembered. */
    public static final Duration MEMORY = BackOff.MEMORY;

    /** What is to be done with a message now. */
    public sealed interface Verdict {
        /** Send it; it may arrive until the end of the day's window. */
        record Send(Instant until) implements Verdict {}

        /** Look at it again at a time. */
        record Later(Hold why, Instant at) implements Verdict {}

        /** The patient has read it before. */
        record Never(String why) implements Verdict {}
    }

    private GoodMoment() {}

    /** Judges a message to a patient by what went to the same patient before. */
    public static Verdict judge(Delivery message, List<Nudged> before, Rhythm rhythm, Instant now) {
        List<Nudged> others = before.stream()
                .filter(nudged -> !nudged.delivery().equals(message.id()))
                .toList();
        LocalDate today = rhythm.dayOf(now);
        List<Nudged> sentToday = others.stream()
                .filter(nudged -> rhythm.dayOf(nudged.at()).equals(today))
                .toList();
        String text = digest(message);
        Script script = message.message().script();
        // Who wants fewer nudges still hears of an alert, and of its end.
        boolean advice = message.message().reason() == Reason.NUDGE;
        int perDay = advice ? rhythm.perDay() : NudgeWishes.MOST_A_DAY;
        boolean slowed = advice && perDay > 0 && BackOff.isOn(others, now);
        if (perDay == 0) {
            return new Verdict.Never("the patient wants no nudges");
        }
        if (sentToday.stream().anyMatch(nudged -> nudged.text().equals(text))) {
            return new Verdict.Never("the same text went out today");
        }
        if (script == Script.KIND_WORD && saidKindly(others, now)) {
            return new Verdict.Never("a kind word went out this week");
        }
        if (!rhythm.isOpen(now)) {
            return rhythm.opening(today, now)
                    .map(at -> later(Hold.QUIET_HOURS, at))
                    .orElseGet(() -> tomorrow(Hold.QUIET_HOURS, rhythm, now));
        }
        int most = slowed ? Math.max(1, perDay / 2) : perDay;
        if (sentToday.size() >= most || (slowed && perDay == 1 && sentOn(others, rhythm, today.minusDays(1)))) {
            return tomorrow(Hold.DAILY_LIMIT, rhythm, now);
        }
        Duration apart = slowed ? APART.multipliedBy(2) : APART;
        Optional<Instant> soonest =
                others.stream().map(nudged -> nudged.at().plus(apart)).max(Instant::compareTo);
        if (soonest.filter(now::isBefore).isPresent()) {
            return new Verdict.Later(Hold.TOO_SOON, soonest.orElseThrow());
        }
        return new Verdict.Send(rhythm.closing(now));
    }

    private static boolean sentOn(List<Nudged> others, Rhythm rhythm, LocalDate day) {
        return others.stream().anyMatch(nudged -> rhythm.dayOf(nudged.at()).equals(day));
    }

    private static Verdict later(Hold why, Instant at) {
        return new Verdict.Later(why, at);
    }

    private static Verdict tomorrow(Hold why, Rhythm rhythm, Instant now) {
        return rhythm.opening(rhythm.dayOf(now).plusDays(1), now)
                .map(at -> later(why, at))
                .orElseGet(() -> new Verdict.Never("the patient's quiet hours leave no time"));
    }

    /** What two messages share that say the same. */
    public static String digest(Delivery message) {
        return Identity.of(message.message().text());
    }

    private static boolean saidKindly(List<Nudged> others, Instant now) {
        return others.stream()
                .anyMatch(nudged -> nudged.script() == Script.KIND_WORD
                        && nudged.at().plus(KIND_WORDS_APART).isAfter(now));
    }
}
