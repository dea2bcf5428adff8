package plumbline.cohort.diary;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plumbline.cohort.chance.Dice;
import plumbline.cohort.latent.Calendar;
import plumbline.cohort.latent.Danger;
import plumbline.cohort.latent.Life;
import plumbline.cohort.latent.PainCourse;
import plumbline.cohort.latent.Region;
import plumbline.contract.event.PainReport;
import plumbline.contract.vocabulary.Limit;
import plumbline.contract.vocabulary.Onset;

/** What one patient writes, day by day. */
public final class Diary {
    private static final String SOURCE = "app/cohort";

    /** Share of the days with a second entry, for the milder hours [D]. */
    private static final double SECOND_ENTRY = 0.2;

    /** Entries cluster at 16-20 h. */
    private static final double IN_THE_EVENING = 0.7;

    private static final double NAMES_A_FLARE = 0.6;
    private static final double NAMES_A_FLAG = 0.15;

    private final Life life;
    private final Calendar calendar;
    private final Pen pen;
    private final Attention attention;

    /** The diary of a life. The dice decide the habits; those of each day, the entries. */
    public Diary(Life life, Calendar calendar, DiaryRates rates, Dice dice) {
        this.life = life;
        this.calendar = calendar;
        this.pen = new Pen(rates);
        this.attention = Attention.of(life.own(), rates.missing(), dice);
    }

    /** The entries of a day, in no order. */
    public List<PainReport> day(int day, Dice dice) {
        List<PainReport> entries = new ArrayList<>();
        for (Danger danger : life.dangers()) {
            if (danger.day() == day) {
                entries.add(alarm(danger, entries.size()));
            }
        }
        if (attention.forgets(day, dice)) {
            return entries;
        }
        entries.add(worst(life.own(), day, dice).build());
        if (dice.chance(SECOND_ENTRY)) {
            int milder = Math.max(0, life.own().worst(day) - dice.between(0, 2));
            entries.add(entry(
                            "r2",
                            day,
                            LocalTime.of(dice.between(7, 11), dice.between(0, 59)),
                            life.person().region())
                    .intensity(milder)
                    .build());
        }
        if (life.elsewhere().worst(day) > 0) {
            entries.add(entry("e1", day, time(dice), life.person().elsewhere())
                    .intensity(pen.score(life.elsewhere().worst(day), dice))
                    .build());
        }
        return entries;
    }

    /** An entry at a moment of a day. */
    public PainReport now(String id, OffsetDateTime at, int day, Dice dice) {
        Region region = life.person().region();
        return PainReport.of(id, life.person().id(), at)
                .site(region.site())
                .side(region.side())
                .intensity(pen.score(life.own().worst(day), dice))
                .source(SOURCE)
                .build();
    }

    private PainReport.Builder worst(PainCourse pain, int day, Dice dice) {
        PainReport.Builder entry = entry(
                        "r1", day, whenWorst(day, dice), life.person().region())
                .intensity(pen.score(pain.worst(day), dice))
                .limits(
                        pain.limiting(day)
                                ? Set.of(dice.oneOf(List.of(Limit.WALKING, Limit.STANDING, Limit.SLEEP)))
                                : Set.of())
                .flare(pain.flaring(day) && dice.chance(NAMES_A_FLARE));
        boolean mentions = pain.worst(day) > 0 && dice.chance(NAMES_A_FLAG);
        if (mentions) {
            life.person().background().harmlessFlag().ifPresent(flag -> entry.symptoms(Set.of(flag)));
        }
        return entry;
    }

    private PainReport alarm(Danger danger, int number) {
        boolean sudden = danger.kind() == Danger.Kind.SUDDEN_SEVERE_PAIN;
        return entry("d" + number, danger.day(), danger.time(), life.person().region())
                .intensity(danger.intensity())
                .symptoms(danger.symptoms())
                .onset(sudden ? Onset.SUDDEN : Onset.UNKNOWN)
                .limits(sudden ? Set.of(Limit.STANDING) : Set.of())
                .build();
    }

    private PainReport.Builder entry(String name, int day, LocalTime time, Region region) {
        LocalDate date = calendar.date(day);
        return PainReport.of(
                        date + "-" + name,
                        life.person().id(),
                        life.person().whereabouts().moment(date, time))
                .site(region.site())
                .side(region.side())
                .source(SOURCE);
    }

    /** When the worst of the day is known: late on a day of alarm. */
    private LocalTime whenWorst(int day, Dice dice) {
        boolean alarm = life.dangers().stream().anyMatch(danger -> danger.day() == day);
        return alarm ? LocalTime.of(22, dice.between(0, 59)) : time(dice);
    }

    private static LocalTime time(Dice dice) {
        return dice.chance(IN_THE_EVENING)
                ? LocalTime.of(dice.between(16, 19), dice.between(0, 59))
                : LocalTime.of(dice.between(7, 22), dice.between(0, 59));
    }
}
