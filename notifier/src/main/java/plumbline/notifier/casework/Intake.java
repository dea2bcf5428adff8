package plumbline.notifier.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.Alert.Resolution;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.alert.Attention;
import plumbline.contract.delivery.Reason;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.Severity;
import plumbline.notifier.casefile.Episode;
import plumbline.notifier.rules.Freshness;
import plumbline.notifier.rules.Routing;
import plumbline.notifier.text.Script;

/** What a finding changes: exactly one alert for each episode that a care team must see. */
final class Intake {
    /** Within this time after its end an alert continues; later it is a new one. */
    static final Duration CONTINUES = Duration.ofDays(1);

    private final Desk desk;
    private final Announcements announcements;

    Intake(Desk desk) {
        this.desk = desk;
        this.announcements = new Announcements(desk);
    }

    Verdict take(Finding finding, Instant arrived) {
        Optional<Episode> known = desk.episode(finding.id());
        if (known.filter(episode -> episode.hasSeen(finding)).isPresent()) {
            return Verdict.SUPPRESSED_REPEAT;
        }
        if (known.isEmpty() && !finding.change().isOpen()) {
            return Verdict.SUPPRESSED_UNKNOWN;
        }
        desk.offset(finding.asOf().getOffset());
        boolean past = Freshness.isPast(finding, arrived);
        if (known.isEmpty()) {
            return open(Episode.begin(finding, 0).sees(finding), finding, past);
        }
        Episode before = known.orElseThrow().sees(finding);
        desk.put(before);
        if (!finding.change().isOpen()) {
            return close(before, finding);
        }
        if (before.alert().isEmpty()) {
            return unalerted(before, finding, past);
        }
        return before.stands() ? update(before, finding, past) : afterEnd(before, finding, past);
    }

    private Verdict open(Episode episode, Finding finding, boolean past) {
        desk.put(episode.withUnalerted(finding));
        if (Routing.of(finding).alert()) {
            return raise(episode, finding, past);
        }
        if (past) {
            desk.write(episode.id(), Happening.DORMANT, "about the past");
        } else {
            desk.write(episode.id(), Happening.OPENED, "");
            announcements.advise(episode.id(), Reason.NUDGE);
        }
        return Verdict.SUPPRESSED_SELF_CARE;
    }

    private Verdict raise(Episode episode, Finding finding, boolean past) {
        Attention attention = attention(finding, past);
        desk.publish(episode, Revisions.first(episode.alertId(), desk.team(), attention, finding, desk.now()));
        desk.write(episode.id(), Happening.OPENED, finding.summary());
        announce(episode.id(), attention, Reason.FIRST, Script.TEAM_FIRST);
        return Verdict.ALERT;
    }

    /** The patient alone was concerned so far. */
    private Verdict unalerted(Episode before, Finding finding, boolean past) {
        if (Routing.of(finding).alert()) {
            return raise(before, finding, past);
        }
        boolean again = !before.finding().change().isOpen();
        desk.put(before.withUnalerted(finding));
        if (again && !past) {
            desk.write(before.id(), Happening.REOPENED, "");
            announcements.advise(before.id(), Reason.NUDGE);
        }
        return Verdict.SUPPRESSED_SELF_CARE;
    }

    private Verdict update(Episode before, Finding finding, boolean past) {
        Alert alert = before.alert().orElseThrow();
        boolean reopened = !alert.finding().change().isOpen();
        if (alert.attention() != Attention.ACTIVE) {
            return late(before, finding, past);
        }
        if (reopened || before.told().isGraver(finding)) {
            Happening what = reopened ? Happening.REOPENED : Happening.WORSE;
            desk.publish(before, Revisions.reopened(alert, finding, Attention.ACTIVE, desk.now()));
            desk.write(before.id(), what, finding.summary());
            announcements.fire(
                    before.id(),
                    reopened ? Reason.REOPENED : Reason.WORSE,
                    reopened ? Script.TEAM_REOPENED : Script.TEAM_WORSE);
            return Verdict.UPDATE;
        }
        desk.publish(before, Revisions.finding(alert, finding, Attention.ACTIVE, desk.now()));
        if (before.told().isWorse(finding)) {
            desk.write(before.id(), Happening.WORSE, finding.summary());
            announcements.fire(before.id(), Reason.WORSE, Script.TEAM_WORSE);
        } else {
            desk.write(before.id(), Happening.UPDATED, finding.summary());
        }
        return Verdict.UPDATE;
    }

    /** An alert about the past: once its finding is fresh it begins anew. */
    private Verdict late(Episode before, Finding finding, boolean past) {
        Alert alert = before.alert().orElseThrow();
        Attention attention =
                past && alert.attention() == Attention.REVIEW ? Attention.REVIEW : attention(finding, past);
        boolean changed = attention != alert.attention();
        desk.publish(
                before,
                changed
                        ? Revisions.reopened(alert, finding, attention, desk.now())
                        : Revisions.finding(alert, finding, attention, desk.now()));
        if (changed) {
            if (attention == Attention.ACTIVE) {
                desk.write(before.id(), Happening.ACTIVE, finding.summary());
            }
            announce(before.id(), attention, Reason.FIRST, Script.TEAM_FIRST);
        } else {
            desk.write(before.id(), Happening.UPDATED, finding.summary());
        }
        return Verdict.UPDATE;
    }

    /** The alert had ended; a finding that merely goes on after a person's decision does not bring it back. */
    private Verdict afterEnd(Episode before, Finding finding, boolean past) {
        Alert alert = before.alert().orElseThrow();
        Resolution end = alert.resolution().orElseThrow();
        boolean again = !alert.finding().change().isOpen();
        if (!again && !before.told().isGraver(finding)) {
            desk.publish(before, Revisions.finding(alert, finding, alert.attention(), desk.now()));
            desk.write(before.id(), Happening.UPDATED, finding.summary());
            return Verdict.UPDATE;
        }
        if (end.at().plus(CONTINUES).isBefore(desk.now())) {
            return raise(Episode.begin(finding, end.at().toEpochMilli()).sees(finding), finding, past);
        }
        Attention attention = attention(finding, past);
        desk.publish(before, Revisions.reopened(alert, finding, attention, desk.now()));
        desk.write(before.id(), Happening.REOPENED, finding.summary());
        announce(before.id(), attention, Reason.REOPENED, Script.TEAM_REOPENED);
        return Verdict.UPDATE;
    }

    private void announce(String id, Attention attention, Reason reason, Script script) {
        switch (attention) {
            case ACTIVE -> announcements.fire(id, reason, script);
            case REVIEW -> {
                desk.write(id, Happening.REVIEW, "an emergency that was learnt of more than 48 hours late");
                announcements.fire(id, reason, Script.TEAM_REVIEW);
            }
            case DORMANT -> desk.write(id, Happening.DORMANT, "about the past; nobody is told until it is about today");
        }
    }

    private Verdict close(Episode before, Finding finding) {
        if (before.alert().isEmpty()) {
            desk.put(before.withUnalerted(finding));
            announcements.close(before.id(), Script.KIND_WORD);
            return Verdict.SUPPRESSED_SELF_CARE;
        }
        Alert alert = before.alert().orElseThrow();
        boolean withdrawn = finding.change() == Change.WITHDRAWN;
        if (!before.stands()) {
            desk.publish(before, Revisions.finding(alert, finding, alert.attention(), desk.now()));
            desk.write(before.id(), withdrawn ? Happening.WITHDRAWN : Happening.FINDING_RESOLVED, finding.summary());
        } else if (!withdrawn && before.gravity() == Severity.EMERGENCY) {
            desk.publish(before, Revisions.finding(alert, finding, alert.attention(), desk.now()));
            desk.write(before.id(), Happening.FINDING_RESOLVED, "it stays open until a care team clears it");
        } else {
            String why = withdrawn ? "later data show that it never held" : "the finding has ended";
            Resolution end = new Resolution(AlertEntry.SYSTEM, desk.now(), Optional.empty(), why);
            desk.publish(before, Revisions.resolved(alert, end, finding, desk.now()));
            desk.write(before.id(), withdrawn ? Happening.WITHDRAWN : Happening.RESOLVED, why);
            announcements.close(before.id(), withdrawn ? Script.ALL_CLEAR : Script.KIND_WORD);
        }
        return Verdict.UPDATE;
    }

    private static Attention attention(Finding finding, boolean past) {
        if (!past) {
            return Attention.ACTIVE;
        }
        return finding.severity() == Severity.EMERGENCY ? Attention.REVIEW : Attention.DORMANT;
    }
}
