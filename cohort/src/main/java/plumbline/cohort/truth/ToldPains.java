package plumbline.cohort.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import plumbline.cohort.truth.Definitions.Stretch;

/** The published definitions of the course of a pain, read off what was told of one region. Written from the text alone. */
final class ToldPains {
    private static final int PAINFUL = 3;
    private static final int FREE_DAYS = 30;
    private static final double REPORTED_SHARE = 0.6;
    private static final int RECURS_AT = 2;
    private static final int WEEK = 7;
    private static final int OF_WEEK = 4;
    private static final int MONTH = 28;
    private static final int OF_MONTH = 10;
    private static final int SILENT = 14;

    private final ToldDays told;
    private final List<Spell> persistent = new ArrayList<>();

    /**
     * An episode.
     *
     * @param over the day on which it was known to be over; the number of days where it never was
     * @param resolved whether it was free of pain and not merely silent
     */
    record Spell(Stretch stretch, int over, boolean resolved) {}

    ToldPains(ToldDays told) {
        this.told = told;
        for (int day = 0; day < told.days(); day++) {
            int[] painful = Definitions.persistence(day, d -> told.hurt(d, PAINFUL));
            if (painful.length > 0) {
                Spell spell = spell(painful[0], day);
                persistent.add(spell);
                day = spell.over();
            }
        }
    }

    List<Spell> persistent() {
        return List.copyOf(persistent);
    }

    private Spell spell(int begin, int held) {
        int last = held;
        for (int day = held; day < told.days(); day++) {
            if (told.hurt(day, 1)) {
                last = day;
            } else if (day - last >= FREE_DAYS) {
                boolean known = told.reportedDays(last + 1, day) >= REPORTED_SHARE * FREE_DAYS;
                return new Spell(new Stretch(begin, held, last), day, known);
            }
        }
        return new Spell(new Stretch(begin, held, told.days() - 1), told.days(), false);
    }

    /** Pain on two days running, at most one untold day between them, after a persistent pain that resolved; each until it is over too. */
    List<Stretch> recurrent() {
        List<Stretch> found = new ArrayList<>();
        int from = persistent.stream()
                .filter(Spell::resolved)
                .mapToInt(Spell::over)
                .findFirst()
                .orElse(told.days());
        for (int day = from + 1; day < told.days(); day++) {
            int before = told.scored(day - 1) ? day - 1 : day - 2;
            if (told.hurt(day, RECURS_AT) && before >= from && told.hurt(before, RECURS_AT)) {
                Spell spell = spell(before, day);
                found.add(spell.stretch());
                day = spell.over();
                from = spell.over();
            }
        }
        return found;
    }

    /** The episodes that were still felt and not improved so many days after they began, from the first such day on. */
    List<Stretch> lasting(int days) {
        List<Stretch> found = new ArrayList<>();
        for (Spell spell : persistent) {
            int begin = spell.stretch().begin();
            List<Stretch> better = improved(spell);
            IntStream.range(begin + days, Math.min(spell.over(), told.days()))
                    .filter(day ->
                            told.hurt(day, 1) && better.stream().noneMatch(s -> day >= s.held() && day <= s.end()))
                    .limit(1)
                    .mapToObj(day -> new Stretch(begin, day, spell.stretch().end()))
                    .forEach(found::add);
        }
        return found;
    }

    List<Stretch> improvements() {
        return persistent.stream().flatMap(spell -> improved(spell).stream()).toList();
    }

    /** The week against the first of the episode: two points or 30 % less, until within one point and within 15 %. */
    private List<Stretch> improved(Spell spell) {
        int begin = spell.stretch().begin();
        OptionalDouble first = told.median(begin, begin + WEEK - 1, OF_WEEK);
        if (first.isEmpty()) {
            return List.of();
        }
        double usual = first.getAsDouble();
        int last = Math.min(spell.over(), told.days()) - 1;
        return between(
                begin + WEEK,
                last,
                day -> week(day).stream().anyMatch(now -> usual - now >= 2 || usual - now >= 0.3 * usual),
                day -> week(day).stream().anyMatch(now -> usual - now < 1 && usual - now < 0.15 * usual));
    }

    /** The week against the month: two points more, until less than one. */
    List<Stretch> worsenings() {
        return between(
                0,
                told.days() - 1,
                day -> rise(day).stream().anyMatch(rise -> rise >= 2),
                day -> rise(day).stream().anyMatch(rise -> rise < 1) || silent(day));
    }

    private OptionalDouble week(int day) {
        return told.median(day - WEEK + 1, day, OF_WEEK);
    }

    private OptionalDouble rise(int day) {
        OptionalDouble month = told.median(day - MONTH + 1, day, OF_MONTH);
        OptionalDouble week = week(day);
        return week.isPresent() && month.isPresent()
                ? OptionalDouble.of(week.getAsDouble() - month.getAsDouble())
                : OptionalDouble.empty();
    }

    private boolean silent(int day) {
        return told.reportedDays(day - SILENT + 1, day) == 0;
    }

    private static List<Stretch> between(int first, int last, IntPredicate opens, IntPredicate ends) {
        List<Stretch> found = new ArrayList<>();
        for (int day = first; day <= last; day++) {
            if (opens.test(day)) {
                int end = day + 1;
                while (end <= last && !ends.test(end)) {
                    end++;
                }
                found.add(new Stretch(Math.max(0, day - WEEK + 1), day, Math.min(end, last)));
                day = end;
            }
        }
        return found;
    }
}
