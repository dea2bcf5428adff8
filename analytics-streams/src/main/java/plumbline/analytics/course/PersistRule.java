package plumbline.analytics.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import plumbline.analytics.course.FeltCourse.Stretch;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Settled;
import plumbline.analytics.episode.Span;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.PainCourse;
import plumbline.analytics.policy.PersistentPain;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.FindingKind;

/**
 * PERSIST-1 to PERSIST-4: pain on enough of the last days, and what becomes of it: the longer it lasts without improving, the
 * higher its stage. A stage never sinks, and one day without pain ends nothing: only {@code free-days} of them do.
 */
final class PersistRule {
    private final PainCourse policy;
    private final Timeline timeline;
    private final FeltCourse course;

    PersistRule(PainCourse policy, Timeline timeline) {
        this.policy = policy;
        this.timeline = timeline;
        this.course = new FeltCourse(timeline, policy.persistent().close(), this::since);
    }

    List<Episode> assess() {
        TreeSet<Region> regions = new TreeSet<>(timeline.regions());
        timeline.carriedSubjects(FindingKind.PERSISTENT_PAIN).forEach(subject -> regions.add(subject.region()));
        List<Episode> episodes = new ArrayList<>();
        for (Region region : regions) {
            Subject subject = new Subject(FindingKind.PERSISTENT_PAIN, region);
            course.follow(subject).forEach(stretch -> episodes.add(episode(subject, stretch)));
        }
        return episodes;
    }

    private Optional<LocalDate> since(PainDay day, NavigableMap<LocalDate, PainDay> days) {
        PersistentPain.Open open = policy.persistent().open();
        if (day.worst() < open.painFrom()) {
            return Optional.empty();
        }
        LocalDate first = null;
        int painful = 0;
        for (PainDay each : days.subMap(day.date().minusDays(open.windowDays() - 1L), true, day.date(), true)
                .values()) {
            if (each.worst() >= open.painFrom()) {
                first = first == null ? each.date() : first;
                painful++;
            }
        }
        boolean holds = first != null
                && painful >= open.painDays()
                && day.date().toEpochDay() - first.toEpochDay() + 1 >= open.spanDays();
        return holds ? Optional.ofNullable(first) : Optional.empty();
    }

    private Episode episode(Subject subject, Stretch stretch) {
        Progress progress = new Progress(policy.persistent(), policy.improvement(), timeline, subject.region());
        Settled settled = progress.follow(stretch, settledBefore(subject, stretch));
        PersistAccount account = new PersistAccount(policy, timeline, subject.region());
        PersistAccount.Told told =
                new PersistAccount.Told(stretch, progress.stage(), progress.relapses(), progress.relapsedOn(), settled);
        Episode.Accounts accounts = stretch.ending()
                .map(ending -> Episode.Accounts.over(
                        () -> account.holding(told),
                        () -> FeltAccount.ended(
                                stretch,
                                subject.region(),
                                course,
                                policy.persistent().close())))
                .orElseGet(() -> Episode.Accounts.open(() -> account.holding(told)));
        return new Episode(
                subject,
                new Span(stretch.since(), stretch.heldOn(), stretch.lastFelt(), stretch.ending()),
                new Grade(
                        policy.persistent().stages().get(progress.stage() - 1).severity(),
                        OptionalInt.of(progress.stage()),
                        progress.relapses(),
                        Optional.empty(),
                        settled),
                accounts,
                stretch.ending().isPresent() ? Optional.empty() : Optional.of(course.endsOn(stretch)));
    }

    private Settled settledBefore(Subject subject, Stretch stretch) {
        return timeline.carried(subject)
                .filter(known -> known.span().heldOn().equals(stretch.heldOn()))
                .map(Known::grade)
                .map(Grade::settled)
                .orElse(Settled.NOTHING);
    }
}
