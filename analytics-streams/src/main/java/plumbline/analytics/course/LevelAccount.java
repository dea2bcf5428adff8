package plumbline.analytics.course;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Supplier;
import plumbline.analytics.episode.Ending;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Episode.Account;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Span;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.history.PainDays;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.Evidence;

/** Puts a level of pain that is out of the ordinary into words. */
final class LevelAccount {
    private final Timeline timeline;
    private final Region region;
    private final int days;

    LevelAccount(Timeline timeline, Region region, int days) {
        this.timeline = timeline;
        this.region = region;
        this.days = days;
    }

    Episode episode(Subject subject, Span span, Grade grade, LevelCourse course, Supplier<Account> holding) {
        Episode.Accounts accounts = span.ending()
                .map(ending -> Episode.Accounts.over(holding, () -> ended(ending)))
                .orElseGet(() -> Episode.Accounts.open(holding));
        Optional<LocalDate> endsOn =
                span.isOpen() ? Optional.of(course.lapsesAfter(span).plusDays(1)) : Optional.empty();
        return new Episode(subject, span, grade, accounts, endsOn);
    }

    /** The evidence of the days up to the last. */
    Account of(String rule, String summary, Map<String, Double> numbers, LocalDate last) {
        NavigableMap<LocalDate, PainDay> pain = timeline.pain(region);
        LocalDate first = last.minusDays(days - 1L);
        return new Account(
                summary,
                new Evidence(
                        rule,
                        numbers,
                        pain.subMap(first, true, last, true).keySet().stream()
                                .map(date -> PainDays.evidence(pain, date))
                                .toList(),
                        FeltAccount.share(timeline.reportedDays(first, last), days),
                        PainDays.events(timeline, region, first, last)));
    }

    private Account ended(Ending ending) {
        String why = ending.rule().equals(LevelCourse.LAPSED)
                ? "Too few reports to tell how the pain goes on"
                : "The pain is back to its usual level";
        return new Account(why + region.words(), new Evidence(ending.rule(), Map.of(), List.of(), 0, List.of()));
    }

    /** A level as a person writes it. */
    static String points(double level) {
        return level == Math.rint(level) ? Long.toString(Math.round(level)) : Double.toString(level);
    }
}
