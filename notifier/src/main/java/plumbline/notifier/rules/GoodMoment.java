package plumbline.notifier.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import plumbline.contract.Identity;
import plumbline.notifier.casefile.Delivery;
import plumbline.notifier.casefile.Hold;
import plumbline.notifier.casefile.Nudged;
import plumbline.notifier.text.Script;

/** When a patient may be written to about what is not urgent: three times a day, 90 minutes apart, 08:00-21:00 local. */
public final class GoodMoment {
    static final LocalTime FROM = LocalTime.of(8, 0);
    static final LocalTime TO = LocalTime.of(21, 0);
    static final int PER_DAY = 3;
    static final Duration APART = Duration.ofMinutes(90);
    static final Duration KIND_WORDS_APART = Duration.ofDays(7);

    /** How long a message has to be remembered. */
    public static final Duration MEMORY = KIND_WORDS_APART;

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
    public static Verdict judge(Delivery message, List<Nudged> before, ZoneOffset offset, Instant now) {
        List<Nudged> others = before.stream()
                .filter(nudged -> !nudged.delivery().equals(message.id()))
                .toList();
        OffsetDateTime local = now.atOffset(offset);
        LocalDate today = local.toLocalDate();
        List<Nudged> sentToday = others.stream()
                .filter(nudged -> nudged.at().atOffset(offset).toLocalDate().equals(today))
                .toList();
        String text = digest(message);
        if (sentToday.stream().anyMatch(nudged -> nudged.text().equals(text))) {
            return new Verdict.Never("the same text went out today");
        }
        if (message.message().script() == Script.KIND_WORD && saidKindly(others, now)) {
            return new Verdict.Never("a kind word went out this week");
        }
        if (local.toLocalTime().isBefore(FROM)) {
            return new Verdict.Later(Hold.QUIET_HOURS, at(today, FROM, offset));
        }
        if (!local.toLocalTime().isBefore(TO)) {
            return new Verdict.Later(Hold.QUIET_HOURS, at(today.plusDays(1), FROM, offset));
        }
        if (sentToday.size() >= PER_DAY) {
            return new Verdict.Later(Hold.DAILY_LIMIT, at(today.plusDays(1), FROM, offset));
        }
        Optional<Instant> soonest =
                others.stream().map(nudged -> nudged.at().plus(APART)).max(Instant::compareTo);
        if (soonest.filter(now::isBefore).isPresent()) {
            return new Verdict.Later(Hold.TOO_SOON, soonest.orElseThrow());
        }
        return new Verdict.Send(at(today, TO, offset));
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

    private static Instant at(LocalDate day, LocalTime time, ZoneOffset offset) {
        return day.atTime(time).toInstant(offset);
    }
}
