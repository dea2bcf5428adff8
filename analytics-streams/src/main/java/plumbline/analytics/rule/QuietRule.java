package plumbline.analytics.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.analytics.episode.Ending;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Episode.Account;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Span;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.WentQuiet;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;

/**
 * QUIET: a patient with a habit of reporting tells of severe pain, or has an urgent sign open, and then nothing of any kind is
 * heard for a while of wall-clock time. The first event of any kind ends it.
 */
final class QuietRule {
    private static final Subject SUBJECT = new Subject(FindingKind.WENT_QUIET, Region.UNSAID);

    private final WentQuiet policy;
    private final Timeline timeline;
    private final boolean matters;

    QuietRule(WentQuiet policy, Timeline timeline, Collection<Episode> urgent) {
        this.policy = policy;
        this.timeline = timeline;
        this.matters = matters(urgent);
    }

    /** When silence becomes a finding, if nothing is heard until then. */
    Optional<Instant> due() {
        Instant quietAt = quietAt();
        return matters && quietAt.isAfter(timeline.now().asOf()) ? Optional.of(quietAt) : Optional.empty();
    }

    List<Episode> assess() {
        if (matters && !quietAt().isAfter(timeline.now().asOf())) {
            return List.of(quiet());
        }
        return timeline.told(FindingKind.WENT_QUIET).stream()
                .filter(known -> known.grade().severity() == Severity.SOON)
                .filter(known -> known.span().isOpen())
                .map(this::heardAgain)
                .toList();
    }

    private Instant quietAt() {
        return timeline.now().newest().instant().plus(policy.silence());
    }

    /** Whether silence after the newest day is a reason to ask. */
    private boolean matters(Collection<Episode> urgent) {
        LocalDate last = timeline.now().newest().date();
        boolean urges = worst(last) >= policy.severeFrom();
        for (Episode sign : urgent) {
            urges |= sign.span().holdsOn(last);
        }
        return urges
                && timeline.reportedDays(last.minusDays(policy.habit().days() - 1L), last)
                        >= policy.habit().least();
    }

    /** The worst pain of the days up to the last that count. */
    private int worst(LocalDate last) {
        int worst = 0;
        LocalDate first = last.minusDays(policy.severeDays() - 1L);
        for (int each : timeline.worstPain().subMap(first, true, last, true).values()) {
            worst = Math.max(worst, each);
        }
        return worst;
    }

    private Episode quiet() {
        LocalDate last = timeline.now().newest().date();
        LocalDate endsOn = last.plusDays(policy.lapseDays() + 1L);
        boolean lapsed = !endsOn.isAfter(timeline.today());
        LocalDate heldOn = quietAt().atOffset(timeline.now().newest().zone()).toLocalDate();
        Span span = new Span(last, heldOn, last, lapsed ? Optional.of(new Ending(endsOn, "LAPSED")) : Optional.empty());
        Episode.Accounts accounts = lapsed
                ? Episode.Accounts.over(
                        this::holding, () -> ended("LAPSED", "Nothing was heard for too long to wait on"))
                : Episode.Accounts.open(this::holding);
        return new Episode(
                SUBJECT, span, Grade.of(Severity.SOON), accounts, lapsed ? Optional.empty() : Optional.of(endsOn));
    }

    private Episode heardAgain(Known known) {
        Span before = known.span();
        Span span = new Span(
                before.since(),
                before.heldOn(),
                before.newestDay(),
                Optional.of(new Ending(timeline.today(), "HEARD-AGAIN")));
        return new Episode(
                SUBJECT,
                span,
                known.grade(),
                Episode.Accounts.over(this::holding, () -> ended("HEARD-AGAIN", "The patient was heard of again")),
                Optional.empty());
    }

    private Account holding() {
        LocalDate last = timeline.now().newest().date();
        int worst = worst(last);
        int reported = timeline.reportedDays(last.minusDays(policy.habit().days() - 1L), last);
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("silentHoursNeeded", (double) policy.silence().toHours());
        numbers.put("worst", (double) worst);
        numbers.put("severeFrom", (double) policy.severeFrom());
        numbers.put("reportedDays", (double) reported);
        numbers.put("reportedDaysNeeded", (double) policy.habit().least());
        String cause = worst >= policy.severeFrom() ? "pain of " + worst : "an urgent sign";
        return new Account(
                "Nothing heard for more than " + policy.silence().toHours() + " hours after " + cause,
                new Evidence(
                        "QUIET",
                        numbers,
                        List.of(),
                        Math.round(100.0 * reported / policy.habit().days()) / 100.0,
                        List.of()));
    }

    private static Account ended(String rule, String summary) {
        return new Account(summary, new Evidence(rule, Map.of(), List.of(), 0, List.of()));
    }
}
