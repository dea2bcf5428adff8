package plumbline.analytics.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.analytics.episode.Ending;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Span;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.symmetry.Balance;
import plumbline.analytics.symmetry.Suspicion;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;

/**
 * device-suspect: a device seems to take left for right. One finding for all measures, for they come from one pair of sensors: it
 * holds while any measure is apart, and speaks of the first. Each measure's {@link Suspicion} begins and ends only on several days.
 */
final class SuspectRule {
    /** The old sign is back. */
    static final String RETURNED = "SIDES-RETURNED";

    /** The new sign has lasted, and is the usual one from now on. */
    static final String ADOPTED = "SIDES-ADOPTED";

    private static final Subject SUBJECT = new Subject(FindingKind.DEVICE_SUSPECT, Region.UNSAID);

    private final Body body;

    SuspectRule(Body body) {
        this.body = body;
    }

    /** What one measure was seen to do. */
    record Case(Balance balance, Suspicion suspicion) {
        boolean begins(OptionalLong after) {
            return after.isPresent() && suspicion.since() >= after.getAsLong();
        }
    }

    List<Episode> episodes() {
        List<Case> cases = new ArrayList<>();
        for (Balance balance : body.balances()) {
            balance.suspicions().forEach(suspicion -> cases.add(new Case(balance, suspicion)));
        }
        cases.sort(Comparator.comparing((Case each) -> each.suspicion().since()));
        List<Episode> episodes = new ArrayList<>();
        int from = 0;
        OptionalLong over = OptionalLong.of(Long.MIN_VALUE);
        for (int i = 0; i < cases.size(); i++) {
            if (i > from && cases.get(i).begins(over)) {
                episodes.add(episode(cases.subList(from, i), over));
                from = i;
            }
            over = i == from
                    ? cases.get(i).suspicion().endedOn()
                    : later(over, cases.get(i).suspicion().endedOn());
        }
        if (!cases.isEmpty()) {
            episodes.add(episode(cases.subList(from, cases.size()), over));
        }
        return episodes;
    }

    /** The later end of the two, none being the latest. */
    private static OptionalLong later(OptionalLong one, OptionalLong other) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()));
    }

    private Episode episode(List<Case> cases, OptionalLong over) {
        Case first = cases.get(0);
        long heldOn = cases.stream()
                .mapToLong(each -> each.suspicion().heldOn())
                .min()
                .orElseThrow();
        boolean adopted = cases.stream().anyMatch(each -> each.suspicion().adopted());
        Optional<Ending> ending = over.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ending(LocalDate.ofEpochDay(over.getAsLong()), adopted ? ADOPTED : RETURNED));
        long until = over.orElse(body.today());
        LocalDate newest =
                LocalDate.ofEpochDay(first.balance().raw().newest(until - 1).orElse(heldOn));
        SuspectAccount account = new SuspectAccount(body, first, until);
        LocalDate adoption = LocalDate.ofEpochDay(
                        cases.get(cases.size() - 1).suspicion().since())
                .plusDays(body.policy().sensing().deviceSuspect().adoptDays());
        return new Episode(
                SUBJECT,
                new Span(LocalDate.ofEpochDay(first.suspicion().since()), LocalDate.ofEpochDay(heldOn), newest, ending),
                Grade.of(Severity.INFO),
                new Episode.Accounts(account::holding, ending.map(end -> () -> account.ended(end.rule()))),
                ending.isPresent() ? Optional.empty() : Optional.of(adoption));
    }
}
