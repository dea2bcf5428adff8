package plumbline.analytics.sign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import plumbline.analytics.episode.Ending;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Episode.Account;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Span;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.timeline.Region;
import plumbline.analytics.timeline.Report;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;

/**
 * A rule that one report alone fulfils: no window, no waiting. Reports of a region are one episode for as long as the finding
 * stands from one to the next. It is as urgent as the gravest of them.
 */
final class SignRule {
    /** Ends an episode once it has stood long enough after its last report. */
    static final String STOOD = "STOOD";

    private final FindingKind kind;
    private final int standsDays;
    private final Function<Report, Optional<Severity>> grading;
    private final Story account;

    SignRule(FindingKind kind, int standsDays, Function<Report, Optional<Severity>> grading, Story account) {
        this.kind = kind;
        this.standsDays = standsDays;
        this.grading = grading;
        this.account = account;
    }

    /** Says why a sign was raised, and why it ended. */
    interface Story {
        /**
         * Why the finding holds.
         *
         * @param gravest the gravest reports in the order of their moments; empty when they are too old to be kept
         */
        Account holding(Region region, Severity severity, List<Report> gravest, Timeline timeline);

        Account stood(Region region, int standsDays);
    }

    List<Episode> assess(Timeline timeline) {
        Map<Region, Chain> open = new TreeMap<>();
        for (Subject subject : timeline.carriedSubjects(kind)) {
            timeline.carried(subject)
                    .ifPresent(known -> open.put(subject.region(), new Chain(known, timeline.judgedFrom())));
        }
        List<Episode> episodes = new ArrayList<>();
        for (Report report : timeline.reports()) {
            Optional<Severity> severity = grading.apply(report);
            if (severity.isEmpty()) {
                continue;
            }
            Chain chain = open.get(report.region());
            if (chain == null || report.date().isAfter(chain.last.plusDays(standsDays))) {
                if (chain != null) {
                    episodes.add(episode(chain, report.region(), timeline));
                }
                chain = new Chain(report.date(), severity.get());
                open.put(report.region(), chain);
            }
            chain.add(report, severity.get());
        }
        open.forEach((region, chain) -> episodes.add(episode(chain, region, timeline)));
        return episodes;
    }

    private Episode episode(Chain chain, Region region, Timeline timeline) {
        LocalDate endsOn = chain.last.plusDays(standsDays + 1L);
        boolean over = !endsOn.isAfter(timeline.today());
        Span span = new Span(
                chain.since, chain.since, chain.last, over ? Optional.of(new Ending(endsOn, STOOD)) : Optional.empty());
        return new Episode(
                new Subject(kind, region),
                span,
                Grade.of(chain.severity),
                new Episode.Accounts(
                        () -> account.holding(region, chain.severity, chain.gravest(), timeline),
                        over ? Optional.of(() -> account.stood(region, standsDays)) : Optional.empty()),
                over ? Optional.empty() : Optional.of(endsOn));
    }

    /** The reports of one episode so far. */
    private static final class Chain {
        private final LocalDate since;
        private final List<Report> gravest = new ArrayList<>();
        private LocalDate last;
        private Severity severity;
        private Severity gravestSeen = Severity.INFO;

        Chain(LocalDate since, Severity severity) {
            this.since = since;
            this.last = since;
            this.severity = severity;
        }

        Chain(Known known, LocalDate judgedFrom) {
            this(known.span().since(), known.grade().severity());
            LocalDate frozen = judgedFrom.minusDays(1);
            last = known.span().newestDay().isBefore(frozen) ? known.span().newestDay() : frozen;
        }

        void add(Report report, Severity grade) {
            last = report.date();
            severity = severity.orAbove(grade);
            if (grade.isAbove(gravestSeen)) {
                gravestSeen = grade;
                gravest.clear();
            }
            if (grade == gravestSeen) {
                gravest.add(report);
            }
        }

        List<Report> gravest() {
            return List.copyOf(gravest);
        }
    }
}
