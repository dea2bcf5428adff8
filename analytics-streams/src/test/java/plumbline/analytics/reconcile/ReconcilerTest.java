package plumbline.analytics.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.finding.Change.OPENED;
import static plumbline.contract.finding.Change.RESOLVED;
import static plumbline.contract.finding.Change.UPDATED;
import static plumbline.contract.finding.Change.WITHDRAWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.analytics.Diary;
import plumbline.analytics.episode.Ending;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Span;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.reconcile.Occasion.Restate;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;

class ReconcilerTest {
    private List<Known> known = List.of();

    @Test
    void theSameAssessmentAgainChangesNothing() {
        reconcile(open(3));

        assertThat(reconcile(open(3))).isEmpty();
    }

    @Test
    void keepsTheIdWhileTheEpisodeOverlaps() {
        String id = reconcile(open(3)).get(0).id();

        assertThat(reconcile(open(1))).singleElement().satisfies(finding -> {
            assertThat(finding.change()).isEqualTo(UPDATED);
            assertThat(finding.id()).isEqualTo(id);
            assertThat(finding.since()).isEqualTo(day(1));
        });
    }

    @Test
    void resolvesOnce() {
        reconcile(open(3));

        assertThat(reconcile(ended(3, 20))).extracting(Finding::change).containsExactly(RESOLVED);
        assertThat(reconcile(ended(3, 20))).isEmpty();
    }

    @Test
    void withdrawsWhatIsNotAssessedAnyMore() {
        reconcile(open(3));

        assertThat(reconcile()).extracting(Finding::change).containsExactly(WITHDRAWN);
        assertThat(known).isEmpty();
    }

    @Test
    void opensAgainUnderItsIdWhenLateDataShowsThatItGoesOn() {
        String id = reconcile(open(3)).get(0).id();
        reconcile(ended(3, 20));

        assertThat(reconcile(open(3))).singleElement().satisfies(finding -> {
            assertThat(finding.change()).isEqualTo(OPENED);
            assertThat(finding.id()).isEqualTo(id);
        });
    }

    @Test
    void aNewEpisodeAfterTheEndIsAnotherFinding() {
        String id = reconcile(open(3)).get(0).id();
        reconcile(ended(3, 20));

        List<Finding> changes = reconcile(ended(3, 20), open(25));

        assertThat(changes).extracting(Finding::change).containsExactly(OPENED);
        assertThat(changes.get(0).id()).isNotEqualTo(id);
    }

    @Test
    void aNewEpisodeThatReachesBackBeforeTheEndLeavesTheOldOneItsId() {
        String id = reconcile(open(3)).get(0).id();
        reconcile(ended(3, 20));
        Episode back = episode(FindingKind.PERSISTENT_PAIN, 15, 25, Optional.empty());

        List<Finding> changes = reconcile(ended(3, 20), back);

        assertThat(changes).extracting(Finding::change).containsExactly(OPENED);
        assertThat(changes.get(0).id()).isNotEqualTo(id);
        assertThat(known)
                .extracting(Known::span)
                .containsExactlyInAnyOrder(ended(3, 20).span(), back.span());
    }

    @Test
    void whatWasOverBeforeItCouldBeToldIsKnownWithoutAWord() {
        assertThat(reconcile(ended(3, 20))).isEmpty();

        assertThat(known).extracting(Known::span).containsExactly(ended(3, 20).span());
    }

    @Test
    void whatLateDataJoinsStaysUnderTheOpenId() {
        reconcile(open(3));
        reconcile(ended(3, 20));
        String later = reconcile(ended(3, 20), open(25)).get(0).id();

        List<Finding> changes = reconcile(open(3));

        assertThat(changes).extracting(Finding::id).containsExactly(later);
        assertThat(changes).extracting(Finding::change).containsExactly(UPDATED);
    }

    @Test
    void anUrgentSignThatIsOverIsToldOnceAndARoutineOneNever() {
        Episode urgent = episode(FindingKind.RED_FLAG, 3, Optional.of(day(11)));
        Episode routine = ended(3, 20);

        assertThat(reconcile(urgent, routine)).extracting(Finding::change).containsExactly(OPENED, RESOLVED);
        assertThat(reconcile(urgent, routine)).isEmpty();
    }

    @Test
    void statesOpenFindingsAgainOnANewDay() {
        reconcile(open(3));

        assertThat(reconcile(Restate.NEW_DAY, open(3)))
                .extracting(Finding::change)
                .containsExactly(UPDATED);
    }

    private List<Finding> reconcile(Episode... episodes) {
        return reconcile(Restate.NEWS, episodes);
    }

    private List<Finding> reconcile(Restate restate, Episode... episodes) {
        Occasion occasion = new Occasion(
                Diary.PATIENT, "test", Diary.at(40, 12, 0), new Occasion.Reach(LocalDate.MIN, LocalDate.MIN), restate);
        Reconciler.Result result = Reconciler.reconcile(occasion, known, List.of(episodes));
        known = result.known();
        return result.changes();
    }

    private static Episode open(int since) {
        return episode(FindingKind.PERSISTENT_PAIN, since, Optional.empty());
    }

    private static Episode ended(int since, int end) {
        return episode(FindingKind.PERSISTENT_PAIN, since, Optional.of(day(end)));
    }

    private static Episode episode(FindingKind kind, int since, Optional<LocalDate> end) {
        return episode(kind, since, since, end);
    }

    private static Episode episode(FindingKind kind, int since, int heldOn, Optional<LocalDate> end) {
        Episode.Account account =
                new Episode.Account("because", new Evidence("RULE", Map.of(), List.of(), 1, List.of()));
        return new Episode(
                new Subject(kind, Region.UNSAID),
                new Span(day(since), day(heldOn), day(heldOn), end.map(on -> new Ending(on, "OVER"))),
                Grade.of(Severity.ROUTINE),
                new Episode.Accounts(() -> account, end.map(on -> () -> account)),
                Optional.empty());
    }

    private static LocalDate day(int day) {
        return Diary.FIRST.plusDays(day);
    }
}
