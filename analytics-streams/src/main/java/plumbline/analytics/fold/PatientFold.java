package plumbline.analytics.fold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.analytics.episode.Person;
import plumbline.analytics.episode.Register;
import plumbline.analytics.history.Background;
import plumbline.analytics.history.History;
import plumbline.analytics.history.Retention;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.Policy;
import plumbline.analytics.reconcile.Occasion;
import plumbline.analytics.reconcile.Occasion.Restate;
import plumbline.analytics.reconcile.Reconciler;
import plumbline.analytics.rule.Assessment;
import plumbline.analytics.timeline.DayDigest;
import plumbline.analytics.timeline.Ledger;
import plumbline.analytics.timeline.Moment;
import plumbline.contract.event.Event;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.patient.PatientProfile;

/**
 * One step of one patient: judge the event, merge it, assess, and tell what changed. An event is assessed as of the patient's own
 * newest moment, so that a history on its way in is judged as it was; silence is judged by {@link #wake}.
 */
public final class PatientFold {
    private final Policy policy;
    private final Retention retention;
    private final Judging judging;

    public PatientFold(Policy policy, Retention retention) {
        this.policy = policy;
        this.retention = retention;
        this.judging = new Judging(policy);
    }

    /** Takes one event of the chart's patient. */
    public Outcome accept(Event event, Arrival arrival, Chart chart) {
        if (arrival.isErased(chart.person())) {
            return new Outcome.Quarantined(Refusal.ERASED);
        }
        Optional<Refusal> refusal = arrival.judge(event, chart);
        if (refusal.isPresent()) {
            return new Outcome.Quarantined(refusal.get());
        }
        Merging.Effect effect = new Merging(chart, retention, judging.postureRules(), arrival.room())
                .merge(event, arrival.acceptedAt(event));
        if (effect == Merging.Effect.CROWDED) {
            return new Outcome.Quarantined(Refusal.TOO_MANY);
        }
        if (effect == Merging.Effect.NONE) {
            return Outcome.Merged.SILENTLY;
        }
        Register register = chart.register();
        Restate restate = effect == Merging.Effect.NEW_DAY ? Restate.NEW_DAY : Restate.NEWS;
        return new Outcome.Merged(tell(event.patient(), chart, register, restate, arrival.settled()));
    }

    /**
     * Takes the patient's entry in the directory, and judges anew by it what is known of the last weeks.
     *
     * @param settled the earliest wall-clock time at which the patient may be looked at again
     */
    public List<Finding> know(PatientProfile profile, Instant settled, Chart chart) {
        Person before = chart.person();
        Person after = before.as(profile);
        if (after.equals(before)) {
            return List.of();
        }
        chart.put(after);
        return chart.newestDay().isPresent()
                ? tell(profile.id(), chart, chart.register(), Restate.NEWS, settled)
                : List.of();
    }

    /** Erases all that is known of a patient, without a word: nobody is to be told of findings that are gone. */
    public void erase(Instant now, Chart chart) {
        chart.erase();
        chart.put(Person.erased(now));
    }

    /** Looks at a patient although nothing arrived: what silence ends. */
    public List<Finding> wake(String patient, Instant now, Chart chart) {
        Person person = chart.person();
        if (!person.at(now).equals(person)) {
            chart.put(person.at(now));
        }
        return look(patient, now, chart, Restate.NEWS);
    }

    /** Looks at a patient at the end of a file: every open finding is stated as of then. */
    public List<Finding> finish(String patient, Instant now, Chart chart) {
        return look(patient, now, chart, Restate.ALL);
    }

    private List<Finding> look(String patient, Instant now, Chart chart, Restate restate) {
        Register before = chart.register();
        if (chart.newestDay().isEmpty()) {
            return List.of();
        }
        Instant wokenAt = now.isAfter(before.wokenAt()) ? now : before.wokenAt();
        return tell(patient, chart, new Register(wokenAt, before.due(), before.known()), restate, now);
    }

    private List<Finding> tell(String patient, Chart chart, Register register, Restate restate, Instant settled) {
        History history = chart.history().orElseThrow();
        Ledger ledger = chart.ledger();
        Moment newest = newest(chart, history.newest(), ledger);
        ZoneOffset zone = newest.zone();
        Instant asOf = register.wokenAt().isAfter(newest.instant()) ? register.wokenAt() : newest.instant();
        Timeline.Now now = now(chart, history, newest, asOf);
        Recollection last = chart.recollection();
        Timeline timeline = new Timeline(
                now, last.pains(history, ledger), last.activity(days(chart, history, now.today())), register.known());
        Judging.Judgement judged = judging.judge(timeline, Background.of(chart.person(), now.today()), last);
        Assessment assessment = judged.assessment();
        Occasion occasion = new Occasion(patient, policy.version(), asOf.atOffset(zone), reach(history, now), restate);
        Set<FindingKind> steady = last.steady(occasion, register.known());
        steady.removeAll(judged.anew());
        Reconciler.Result result = Reconciler.reconcile(occasion, register.known(), assessment.episodes(), steady);
        last.reconciled(occasion, result);
        Optional<Instant> due = assessment.nextDue(zone).map(instant -> instant.isBefore(settled) ? settled : instant);
        Register after = new Register(register.wokenAt(), due, result.known());
        if (!after.equals(chart.register())) {
            chart.put(after);
        }
        return result.changes();
    }

    private Occasion.Reach reach(History history, Timeline.Now now) {
        return new Occasion.Reach(
                now.judgedFrom(), retention.firstRemembered(history.horizon().settled()));
    }

    private Timeline.Now now(Chart chart, History history, Moment newest, Instant asOf) {
        LocalDate date = asOf.atOffset(newest.zone()).toLocalDate();
        LocalDate today = date.isAfter(history.newest()) ? date : history.newest();
        LocalDate judgedFrom = retention.firstChangeable(history.horizon().settled());
        return new Timeline.Now(asOf, today, judgedFrom, newest, chart.day(today));
    }

    /** The days that are over, those too that are not yet in the history because time has passed without an event. */
    private static List<DayDigest> days(Chart chart, History history, LocalDate today) {
        LocalDate newest = history.newest();
        if (!newest.isBefore(today)) {
            return history.days();
        }
        List<DayDigest> days = new ArrayList<>(history.days());
        for (LocalDate day = newest; day.isBefore(today) && !day.isAfter(newest.plusDays(1)); day = day.plusDays(1)) {
            DayDigest digest = chart.day(day).digest(day);
            if (!digest.isEmpty()) {
                days.add(digest);
            }
        }
        return days;
    }

    private static Moment newest(Chart chart, LocalDate day, Ledger ledger) {
        Optional<Moment> reported = ledger.newest();
        Optional<Moment> moved = chart.day(day).newest();
        return reported.map(mine -> moved.map(mine::max).orElse(mine))
                .or(() -> moved)
                .orElseThrow();
    }
}
