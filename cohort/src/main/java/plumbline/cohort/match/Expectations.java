package plumbline.cohort.match;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import plumbline.cohort.match.Expected.Where;
import plumbline.cohort.truth.Truth;
import plumbline.cohort.truth.Truth.Course;
import plumbline.contract.vocabulary.Side;

/**
 * Which facts a row is measured by, and within which dates. All dates are of the patient; a finding counts on the date of its first
 * statement (its {@code asOf}), at the severity that the row asks for.
 *
 * <ul>
 *   <li>Signs: any site; from the day on which the patient told to 7 days later, the longest way of an event.
 *   <li>Soon and routine signs: any site; from the first of the days on which they were told to 7 days after the last.
 *   <li>What is read off the diary (urgent pain, stages, improvement, recurrence, worsening, silence): as persistent pain, from the
 *       days told.
 *   <li>Urgent pain as lived: the same site; from its first day to 7 days after its last; in time within 7 days of its first.
 *   <li>Persistent pain, and recurrent pain as lived: the same site; from the episode's first day, but at most 5 days before the definition holds (a
 *       noisy diary can be early by its window), to 7 days after its last; in time within 14 days of the definition.
 *   <li>Compensation: the site of the pain; from its onset to its end; in time within 28 days of its onset. Counted where the
 *       device tells sides, the onset is 28 days or more into the cohort (no baseline can exist before) and 28 or more before its end.
 *   <li>Imbalance: what a compensation leaves, until 28 days after; never counted.
 *   <li>Flares and swapped devices: from the first day to 7 days after the last; in time within 7 and 14 days of the first.
 * </ul>
 */
final class Expectations {
    private static final int LONGEST_WAY = 7;
    private static final int WINDOW = 5;
    private static final int PAIN_IN_TIME = 14;
    private static final int LEAN_IN_TIME = 28;
    private static final int BASELINE = 28;
    private static final int SWAP_IN_TIME = 14;
    private static final double CLEAR = 2;

    private final Truth.Run run;

    Expectations(Truth.Run run) {
        this.run = run;
    }

    /** The fact as a row sees it; nothing if it does not concern the row. */
    Optional<Expected> of(Truth.OfPatient fact, Aspect aspect) {
        return switch (aspect) {
            case EMERGENCY_SIGN ->
                fact instanceof Truth.Sign sign && sign.emergency() ? Optional.of(sign(sign, true)) : Optional.empty();
            case SAME_DAY_SIGN ->
                fact instanceof Truth.Sign sign ? Optional.of(sign(sign, !sign.emergency())) : Optional.empty();
            case SOON_SIGN -> weaker(fact, Course.SOON_SIGN, Set.of());
            case ROUTINE_SIGN -> weaker(fact, Course.ROUTINE_SIGN, Set.of(Course.SOON_SIGN));
            case URGENT_PAIN -> told(fact, Course.URGENT_PAIN);
            case URGENT_PAIN_LIVED ->
                fact instanceof Truth.Urgent pain
                        ? Optional.of(brief(pain.begin(), pain.end(), LONGEST_WAY, Where.of(pain.site(), pain.side())))
                        : Optional.empty();
            case PERSISTENT_PAIN ->
                fact instanceof Truth.Persistent pain
                        ? Optional.of(
                                lasting(pain.begin(), pain.held(), pain.end(), Where.of(pain.site(), pain.side())))
                        : Optional.empty();
            case PERSISTENT_STAGE_2 -> told(fact, Course.STAGE_2);
            case PERSISTENT_STAGE_3 -> told(fact, Course.STAGE_3);
            case PERSISTENT_STAGE_4 -> told(fact, Course.STAGE_4);
            case IMPROVEMENT -> told(fact, Course.IMPROVEMENT);
            case RECURRENT_PAIN -> told(fact, Course.RECURRENT_PAIN);
            case WORSENING_PAIN -> told(fact, Course.WORSENING_PAIN);
            case WENT_QUIET -> told(fact, Course.WENT_QUIET);
            case RECURRENT_PAIN_LIVED ->
                fact instanceof Truth.Recurrent pain
                        ? Optional.of(
                                lasting(pain.begin(), pain.held(), pain.end(), Where.of(pain.site(), pain.side())))
                        : Optional.empty();
            case FLARE ->
                fact instanceof Truth.Flare flare
                        ? Optional.of(
                                brief(flare.begin(), flare.end(), LONGEST_WAY, Where.of(flare.site(), flare.side())))
                        : Optional.empty();
            case COMPENSATION ->
                fact instanceof Truth.Compensating lean ? Optional.of(lean(lean, true)) : Optional.empty();
            case COMPENSATION_FROM_2_SIGMA ->
                fact instanceof Truth.Compensating lean
                        ? Optional.of(lean(lean, lean.sigmas() >= CLEAR))
                        : Optional.empty();
            case IMBALANCE -> fact instanceof Truth.Compensating lean ? Optional.of(trace(lean)) : Optional.empty();
            case DEVICE_SUSPECT ->
                fact instanceof Truth.Swapped swap
                        ? Optional.of(brief(swap.begin(), swap.end(), SWAP_IN_TIME, Where.ANY))
                        : Optional.empty();
        };
    }

    private static Optional<Expected> told(Truth.OfPatient fact, Course course) {
        if (!(fact instanceof Truth.Told told) || told.course() != course) {
            return Optional.empty();
        }
        Where where = course == Course.WENT_QUIET ? Where.ANY : Where.of(told.site(), told.side());
        return Optional.of(lasting(told.begin(), told.held(), told.end(), where));
    }

    /** Signs of one course, the graver ones only as an excuse. */
    private static Optional<Expected> weaker(Truth.OfPatient fact, Course asked, Set<Course> graver) {
        if (fact instanceof Truth.Sign sign) {
            return Optional.of(sign(sign, false));
        }
        if (!(fact instanceof Truth.Told told) || !(asked == told.course() || graver.contains(told.course()))) {
            return Optional.empty();
        }
        return Optional.of(new Expected(
                told.begin(),
                told.begin(),
                told.begin().plusDays(LONGEST_WAY),
                told.end().plusDays(LONGEST_WAY),
                asked == told.course(),
                Where.ANY));
    }

    private static Expected sign(Truth.Sign sign, boolean counted) {
        LocalDate told = sign.at().toLocalDate();
        LocalDate last = told.plusDays(LONGEST_WAY);
        return new Expected(told, told, last, last, counted, Where.ANY);
    }

    private static Expected brief(LocalDate begin, LocalDate end, int inTime, Where where) {
        return new Expected(begin, begin, begin.plusDays(inTime), end.plusDays(LONGEST_WAY), true, where);
    }

    private static Expected lasting(LocalDate begin, LocalDate held, LocalDate end, Where where) {
        LocalDate earliest = held.minusDays(WINDOW);
        LocalDate from = earliest.isAfter(begin) ? earliest : begin;
        return new Expected(from, held, held.plusDays(PAIN_IN_TIME), end.plusDays(LONGEST_WAY), true, where);
    }

    private Expected lean(Truth.Compensating lean, boolean asked) {
        LocalDate due = lean.onset().plusDays(LEAN_IN_TIME);
        boolean seen = lean.measure().isSided()
                && !lean.onset().isBefore(run.first().plusDays(BASELINE))
                && !due.isAfter(run.last());
        Where where = new Where(Optional.of(lean.site()), Optional.of(lean.loadedSide()));
        return new Expected(lean.onset(), lean.onset(), due, lean.end(), asked && seen, where);
    }

    private static Expected trace(Truth.Compensating lean) {
        Optional<Side> side = Optional.of(lean.loadedSide());
        LocalDate until = lean.end().plusDays(LEAN_IN_TIME);
        return new Expected(lean.onset(), lean.onset(), until, until, false, new Where(Optional.empty(), side));
    }
}
