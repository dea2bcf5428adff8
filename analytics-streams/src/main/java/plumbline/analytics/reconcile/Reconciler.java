package plumbline.analytics.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.analytics.episode.Ending;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Subject;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;

/**
 * Matches what was assessed with what was told. An episode keeps the id under which it was told for as long as the two overlap,
 * also when late data moves its beginning; the same assessment again changes nothing.
 */
public final class Reconciler {
    /** Ends a finding that late data has joined to another one. */
    static final String JOINED = "JOINED";

    private static final Comparator<Episode> OPEN_FIRST = Comparator.comparing(
                    (Episode episode) -> !episode.span().isOpen())
            .thenComparing(episode -> episode.span().since());
    private final Occasion occasion;
    private final Statements statements;
    private final List<Finding> changes = new ArrayList<>();
    private final List<Known> known = new ArrayList<>();

    /** The last recovery of each pain is remembered for good: a pain that comes back is known by it. */
    private final Map<Subject, Known> recoveries = new LinkedHashMap<>();

    private Reconciler(Occasion occasion) {
        this.occasion = occasion;
        this.statements = new Statements(occasion);
    }

    /**
     * What came of it.
     *
     * @param changes to be told, in order
     * @param known what is known from now on
     */
    public record Result(List<Finding> changes, List<Known> known) {
        public Result {
            changes = List.copyOf(changes);
            known = List.copyOf(known);
        }
    }

    /** The changes that lead from what is known to what was assessed. */
    public static Result reconcile(Occasion occasion, List<Known> known, List<Episode> episodes) {
        Reconciler reconciler = new Reconciler(occasion);
        Set<Subject> subjects = new LinkedHashSet<>();
        known.forEach(each -> subjects.add(each.subject()));
        episodes.forEach(each -> subjects.add(each.subject()));
        for (Subject subject : subjects) {
            reconciler.subject(
                    known.stream().filter(k -> k.subject().equals(subject)).toList(),
                    episodes.stream()
                            .filter(e -> e.subject().equals(subject))
                            .sorted(OPEN_FIRST)
                            .toList());
        }
        reconciler.known.addAll(reconciler.recoveries.values());
        return new Result(reconciler.changes, reconciler.known);
    }

    private void subject(List<Known> before, List<Episode> episodes) {
        Matching matching = Matching.of(before, episodes);
        for (Episode episode : episodes) {
            matching.known(episode).ifPresentOrElse(told -> goesOn(told, episode), () -> begins(before, episode));
        }
        matching.rest().forEach(each -> unassessed(each, episodes));
    }

    /** What was over before it could be told is known all the same: what follows it depends on it. */
    private void begins(List<Known> before, Episode episode) {
        String id = Sameness.newId(occasion.patient(), episode);
        if (episode.span().isOpen()) {
            open(id, episode);
        } else if (isUrgent(episode) && before.stream().noneMatch(k -> Sameness.isSame(k, episode))) {
            tellAfterwards(id, episode);
        } else {
            remember(statements.known(id, episode, statements.nothing()));
        }
    }

    private void goesOn(Known told, Episode episode) {
        boolean wasOpen = told.span().isOpen();
        boolean isOpen = episode.span().isOpen();
        if (wasOpen && isOpen) {
            update(told, episode);
        } else if (isOpen) {
            open(told.id(), episode);
        } else if (wasOpen) {
            say(Change.RESOLVED, told.id(), episode);
        } else if (episode.grade().severity().isAbove(told.grade().severity()) && isUrgent(episode)) {
            tellAfterwards(told.id(), episode);
        } else {
            remember(statements.known(told.id(), episode, told.stated()));
        }
    }

    private void update(Known told, Episode episode) {
        boolean say = switch (occasion.restate()) {
            case NEWS -> false;
            case NEW_DAY -> true;
            case ALL -> !told.stated().equals(statements.stated(episode));
        };
        if (say || statements.isNews(told, episode)) {
            say(Change.UPDATED, told.id(), episode);
        } else {
            remember(statements.known(told.id(), episode, told.stated()));
        }
    }

    private void unassessed(Known told, List<Episode> episodes) {
        if (!told.span().isOpen()) {
            if (episodes.stream().anyMatch(e -> Sameness.isSame(told, e))
                    || told.span().heldOn().isBefore(occasion.reach().judgedFrom())) {
                remember(told);
            }
        } else if (episodes.stream().anyMatch(e -> Sameness.isSame(told, e))) {
            changes.add(statements.dropped(Change.RESOLVED, JOINED, told));
        } else if (told.span().heldOn().isBefore(occasion.reach().judgedFrom())) {
            known.add(told);
        } else {
            changes.add(statements.dropped(Change.WITHDRAWN, "WITHDRAWN", told));
        }
    }

    private void open(String id, Episode episode) {
        say(Change.OPENED, id, episode);
    }

    /** What was never told although it is over: an urgent sign is told all the same. */
    private void tellAfterwards(String id, Episode episode) {
        changes.add(statements.finding(Change.OPENED, id, episode));
        say(Change.RESOLVED, id, episode);
    }

    private void say(Change change, String id, Episode episode) {
        changes.add(statements.finding(change, id, episode));
        remember(statements.known(id, episode, statements.stated(episode)));
    }

    /** Keeps what is open, and what ended so lately that it may still change. */
    private void remember(Known told) {
        boolean forgotten = told.span()
                .ending()
                .filter(ending -> ending.on().isBefore(occasion.reach().rememberedFrom()))
                .isPresent();
        if (!forgotten) {
            known.add(told);
        } else if (told.subject().kind() == FindingKind.PERSISTENT_PAIN
                && told.span()
                        .ending()
                        .filter(end -> end.rule().equals(Ending.RESOLVED))
                        .isPresent()) {
            recoveries.merge(told.subject(), told, Reconciler::later);
        }
    }

    private static Known later(Known one, Known other) {
        return one.span().since().isAfter(other.span().since()) ? one : other;
    }

    private static boolean isUrgent(Episode episode) {
        FindingKind kind = episode.subject().kind();
        return kind == FindingKind.URGENT_PAIN || kind == FindingKind.RED_FLAG;
    }
}
