package plumbline.standalone.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.Finding;
import plumbline.contract.vocabulary.Code;
import plumbline.contract.vocabulary.Side;

/** A finding, explained to a person in lines of at most 80 columns. */
public final class Explanation {
    private static final int MOST_EVENTS = 12;

    private final Told told;
    private final Page page = new Page();

    private Explanation(Told told) {
        this.told = told;
    }

    public static List<String> of(Told told) {
        Explanation explanation = new Explanation(told);
        explanation.facts();
        explanation.numbers();
        explanation.days();
        explanation.history();
        explanation.page.heading("What would end it");
        Outlook.lines(told).forEach(line -> explanation.page.text("  ", line));
        return explanation.page.lines();
    }

    private void facts() {
        Finding held = told.held();
        page.text("", held.summary() + ".");
        page.line("");
        page.line("Finding    " + held.id() + " of patient " + held.patient());
        page.line("Kind       " + words(held.kind())
                + (held.stage().isPresent() ? ", stage " + held.stage().getAsInt() : "")
                + held.pattern().map(pattern -> ", " + words(pattern)).orElse(""));
        page.line("Severity   " + words(held.severity()));
        page.line("Region     " + region(held));
        held.measure().ifPresent(measure -> page.line("Measure    " + words(measure)));
        page.line("Since      " + held.since() + ", newest day " + held.newestDay());
        page.text("State      ", state());
        page.line("Rule       " + held.evidence().rule() + " of policy " + held.policy());
    }

    private String state() {
        Finding last = told.last();
        if (told.isOpen()) {
            return "open, as of " + day(last);
        }
        String how = last.change() == Change.WITHDRAWN ? "withdrawn" : "resolved";
        return how + " on " + day(last) + " by " + last.evidence().rule() + ": " + last.summary();
    }

    private void numbers() {
        Evidence held = told.held().evidence();
        Map<String, Double> atEnd = told.last().evidence().numbers();
        if (!held.numbers().isEmpty()) {
            page.heading("Numbers").all(NumberTable.lines(held.numbers()));
        }
        if (!told.isOpen() && !atEnd.isEmpty() && !atEnd.equals(held.numbers())) {
            page.heading("Numbers at its end").all(NumberTable.lines(atEnd));
        }
    }

    private void days() {
        Evidence held = told.held().evidence();
        page.heading("Days").all(new DayChart(told).lines());
        page.line("");
        page.line(
                "Coverage   " + Math.round(100 * held.coverage()) + " % of the days that the rule looked at have data");
        List<String> events = held.events();
        String more = events.size() > MOST_EVENTS ? " and " + (events.size() - MOST_EVENTS) + " before" : "";
        page.text(
                "Events     ",
                events.isEmpty()
                        ? "none are named by this rule"
                        : String.join(" ", events.subList(Math.max(0, events.size() - MOST_EVENTS), events.size()))
                                + more);
    }

    /** The changes that a care team would be told; what only adds days is counted. */
    private void history() {
        page.heading("History");
        List<Finding> shown = new ArrayList<>();
        int quiet = 0;
        for (Finding change : told.changes()) {
            boolean news = shown.isEmpty() || !change.change().isOpen() || isNews(shown.get(shown.size() - 1), change);
            if (!news) {
                quiet++;
                continue;
            }
            more(quiet);
            quiet = 0;
            shown.add(change);
            page.text(
                    "  " + day(change) + "  ",
                    change.change().code() + ", " + words(change.severity())
                            + (change.stage().isPresent()
                                    ? ", stage " + change.stage().getAsInt()
                                    : "") + ": "
                            + change.summary());
        }
        more(quiet);
    }

    private void more(int updates) {
        if (updates > 0) {
            page.line("              " + updates + (updates == 1 ? " update" : " updates") + " with newer numbers");
        }
    }

    private static boolean isNews(Finding before, Finding now) {
        return !before.change().isOpen()
                || before.severity() != now.severity()
                || !before.stage().equals(now.stage())
                || !before.since().equals(now.since())
                || !before.pattern().equals(now.pattern())
                || !before.loadedSide().equals(now.loadedSide())
                || !before.measure().equals(now.measure());
    }

    private static String region(Finding finding) {
        String site = finding.site().map(Explanation::words).orElse("");
        String side = finding.side() == Side.UNKNOWN ? "" : words(finding.side());
        String both =
                List.of(site, side).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return both.isEmpty() ? "not about one region" : both;
    }

    private static LocalDate day(Finding change) {
        return change.asOf().toLocalDate();
    }

    private static String words(Code code) {
        return code.code().replace('-', ' ');
    }
}
