package plumbline.cohort.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import plumbline.cohort.latent.Danger;
import plumbline.cohort.latent.Life;
import plumbline.cohort.latent.PainCourse;

/** The published definitions, read off the complete pain of one region. Written from the text alone. */
final class Definitions {
    private static final int WINDOW = 5;
    private static final int PAINFUL = 3;
    private static final int PAINFUL_DAYS = 3;
    private static final int APART = 4;
    private static final int FREE_DAYS = 30;
    private static final int RECURS_AT = 2;
    private static final int SEVERE = 8;
    private static final int SUDDEN = 7;
    private static final int SAME_SPELL = 7;

    private Definitions() {}

    /** A stretch of days, all included, and the first on which its definition held. */
    record Stretch(int begin, int held, int end) {}

    /** Pain that lasts more than a few days, each until 30 days without any. */
    static List<Stretch> persistent(PainCourse pain) {
        List<Stretch> found = new ArrayList<>();
        for (int day = 0; day < pain.days(); day++) {
            int[] painful = persistence(day, d -> pain.worst(d) >= PAINFUL);
            if (painful.length > 0) {
                Stretch stretch = new Stretch(painful[0], day, lastPain(pain, day));
                found.add(stretch);
                day = stretch.end() + FREE_DAYS;
            }
        }
        return found;
    }

    /** The days of a window that make pain last more than a few; none where they do not. */
    static int[] persistence(int day, IntPredicate hurts) {
        int[] painful = IntStream.rangeClosed(Math.max(0, day - WINDOW + 1), day)
                .filter(hurts)
                .toArray();
        boolean holds = painful.length >= PAINFUL_DAYS && painful[painful.length - 1] - painful[0] + 1 >= APART;
        return holds ? painful : new int[0];
    }

    /** The first return of pain after each persistent one that ended. */
    static List<Stretch> recurrent(PainCourse pain) {
        List<Stretch> found = new ArrayList<>();
        for (Stretch before : persistent(pain)) {
            IntStream.range(before.end() + FREE_DAYS + 1, pain.days() - 1)
                    .filter(day -> pain.worst(day) >= RECURS_AT && pain.worst(day + 1) >= RECURS_AT)
                    .limit(1)
                    .mapToObj(day -> new Stretch(day, day + 1, lastPain(pain, day + 1)))
                    .forEach(found::add);
        }
        return found;
    }

    /** The last day with any pain before 30 days without. */
    private static int lastPain(PainCourse pain, int from) {
        int last = from;
        for (int day = from; day < pain.days(); day++) {
            if (pain.worst(day) >= 1) {
                last = day;
            } else if (day - last >= FREE_DAYS) {
                return last;
            }
        }
        return pain.days() - 1 - last >= FREE_DAYS ? last : pain.days() - 1;
    }

    /** Days of severe pain, joined where less than a week lies between. */
    static List<Stretch> urgent(Life life) {
        PainCourse pain = life.own();
        return spells(
                pain.days(), SAME_SPELL, day -> sudden(life, day) || (pain.worst(day) >= SEVERE && pain.limiting(day)));
    }

    static boolean sudden(Life life, int day) {
        return life.dangers().stream()
                .anyMatch(danger -> danger.kind() == Danger.Kind.SUDDEN_SEVERE_PAIN
                        && danger.day() == day
                        && danger.intensity() >= SUDDEN);
    }

    /** The stretches of days that satisfy a condition, joined where fewer days than these lie between. */
    static List<Stretch> spells(int days, int join, IntPredicate holds) {
        List<Stretch> found = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            if (!holds.test(day)) {
                continue;
            }
            int newest = found.size() - 1;
            if (newest >= 0 && day - found.get(newest).end() <= join) {
                Stretch open = found.get(newest);
                found.set(newest, new Stretch(open.begin(), open.held(), day));
            } else {
                found.add(new Stretch(day, day, day));
            }
        }
        return found;
    }
}
