package plumbline.analytics.fold;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import plumbline.analytics.balance.BalanceRules;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Known;
import plumbline.analytics.history.ActiveDays;
import plumbline.analytics.history.Background;
import plumbline.analytics.history.Pains;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.Policy;
import plumbline.analytics.posture.PostureRules;
import plumbline.analytics.rule.Assessment;
import plumbline.analytics.rule.PainRules;
import plumbline.analytics.timeline.DayRecord;
import plumbline.contract.finding.FindingKind;

/** The rules over a timeline. One that reads nothing but what it read the last time is not evaluated: it would see the same. */
final class Judging {
    private static final Set<FindingKind> PAIN = Collections.unmodifiableSet(EnumSet.of(
            FindingKind.URGENT_PAIN,
            FindingKind.RED_FLAG,
            FindingKind.PERSISTENT_PAIN,
            FindingKind.RECURRENT_PAIN,
            FindingKind.WORSENING_PAIN,
            FindingKind.FLARE,
            FindingKind.IMPROVEMENT));
    private static final Set<FindingKind> BALANCE = Collections.unmodifiableSet(
            EnumSet.of(FindingKind.COMPENSATION, FindingKind.IMBALANCE, FindingKind.DEVICE_SUSPECT));
    private static final Set<FindingKind> QUIET = Collections.unmodifiableSet(EnumSet.of(FindingKind.WENT_QUIET));

    private final PainRules painRules;
    private final BalanceRules balanceRules;
    private final PostureRules postureRules;

    Judging(Policy policy) {
        this.painRules = new PainRules(policy);
        this.balanceRules = new BalanceRules(policy.leftRight());
        this.postureRules = new PostureRules(policy.loadAndPosture());
    }

    PostureRules postureRules() {
        return postureRules;
    }

    /** The days that are judged, and what held before them. */
    private record Days(LocalDate today, LocalDate judgedFrom, List<Timeline.Before> before) {
        static Days of(Timeline timeline, Set<FindingKind> kinds) {
            return new Days(timeline.today(), timeline.judgedFrom(), timeline.before(kinds));
        }
    }

    private record OfPain(Days days, Pains pains, Background background) {}

    private record OfBalance(Days days, Pains pains, ActiveDays.Symmetry symmetry) {}

    private record OfStrain(LocalDate today, List<Known> openBefore, Pains pains, DayRecord record) {}

    private record OfWear(Days days, ActiveDays activity, boolean quiet) {}

    /**
     * What was judged.
     *
     * @param anew the kinds whose rules were evaluated
     */
    record Judgement(Assessment assessment, Set<FindingKind> anew) {}

    Judgement judge(Timeline timeline, Background background, Recollection last) {
        PainRules.Seen pain = last.pain.of(
                new OfPain(Days.of(timeline, PAIN), timeline.pains(), background),
                () -> painRules.assess(timeline, background));
        Assessment silence = painRules.silence(timeline, pain.signs());
        List<Episode> balance = last.balance.of(
                new OfBalance(
                        Days.of(timeline, BALANCE),
                        timeline.pains(),
                        timeline.activity().symmetry()),
                () -> balanceRules.assess(timeline));
        List<Episode> strain = last.strain.of(
                new OfStrain(
                        timeline.today(),
                        postureRules.openBefore(timeline),
                        timeline.pains(),
                        timeline.now().record()),
                () -> postureRules.strain(timeline));
        boolean quiet =
                silence.episodes().stream().anyMatch(episode -> episode.span().isOpen());
        List<Episode> wear = last.wear.of(
                new OfWear(Days.of(timeline, QUIET), timeline.activity(), quiet),
                () -> postureRules.wear(timeline, quiet));

        List<Episode> episodes = new ArrayList<>(pain.signs());
        episodes.addAll(pain.others());
        episodes.addAll(silence.episodes());
        episodes.addAll(balance);
        episodes.addAll(strain);
        episodes.addAll(wear);
        Set<FindingKind> anew = EnumSet.copyOf(QUIET);
        anew.addAll(last.pain.isNew() ? PAIN : Set.of());
        anew.addAll(last.balance.isNew() ? BALANCE : Set.of());
        anew.addAll(last.strain.isNew() ? PostureRules.DAILY : Set.of());
        return new Judgement(new Assessment(episodes, silence.dues()), anew);
    }
}
