package plumbline.analytics.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Episode.Account;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Lean;
import plumbline.analytics.episode.Subject;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.Finding;
import plumbline.contract.vocabulary.Side;

/** Puts changes of episodes into the words of the contract. */
final class Statements {
    private final Occasion occasion;

    Statements(Occasion occasion) {
        this.occasion = occasion;
    }

    Finding finding(Change change, String id, Episode episode) {
        Account account = change == Change.RESOLVED
                ? episode.accounts()
                        .ending()
                        .orElse(episode.accounts().holding())
                        .get()
                : episode.accounts().holding().get();
        return finding(
                change, new Known(id, episode.subject(), episode.span(), episode.grade(), stated(episode)), account);
    }

    /** The end of a finding that was told and is not assessed any more. */
    Finding dropped(Change change, String rule, Known told) {
        String summary = change == Change.WITHDRAWN
                ? "Late or corrected data shows that this did not hold"
                : "Late data has joined this to another finding";
        return finding(change, told, new Account(summary, new Evidence(rule, Map.of(), List.of(), 0, List.of())));
    }

    Known known(String id, Episode episode, Known.Stated stated) {
        return new Known(id, episode.subject(), episode.span(), episode.grade(), stated);
    }

    Known.Stated stated(Episode episode) {
        return new Known.Stated(
                occasion.asOf().toInstant(), episode.accounts().holding().get().hashCode());
    }

    /** Of an episode of which nothing was told. */
    Known.Stated nothing() {
        return new Known.Stated(occasion.asOf().toInstant(), 0);
    }

    /** Whether the episode has changed in what a care team must know at once. */
    boolean isNews(Known told, Episode episode) {
        Grade before = told.grade();
        Grade now = episode.grade();
        return !told.span().since().equals(episode.span().since())
                || before.severity() != now.severity()
                || !before.stage().equals(now.stage())
                || before.times() < now.times()
                || !before.lean().flatMap(Lean::pattern).equals(now.lean().flatMap(Lean::pattern))
                || !before.lean().map(Lean::loaded).equals(now.lean().map(Lean::loaded))
                || !before.lean().map(Lean::measure).equals(now.lean().map(Lean::measure));
    }

    private Finding finding(Change change, Known about, Account account) {
        Subject subject = about.subject();
        Optional<Lean> lean = about.grade().lean();
        LocalDate newestDay = about.span().newestDay();
        Optional<Side> loaded = lean.map(Lean::loaded);
        return new Finding(
                about.id(),
                occasion.patient(),
                subject.kind(),
                change,
                about.grade().severity(),
                about.grade().stage(),
                subject.region().site(),
                subject.region().side(),
                about.span().since(),
                newestDay,
                occasion.asOf(),
                occasion.policy(),
                account.summary(),
                lean.flatMap(Lean::pattern),
                loaded,
                lean.map(Lean::measure),
                account.evidence());
    }
}
