package plumbline.notifier.console.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.alert.Attention;
import plumbline.contract.finding.Finding;

/**
 * One alert, ready to be shown.
 *
 * @param tone the code of the severity, which chooses a colour; the words say it too
 * @param next what happens if nobody does anything, and when
 * @param waiting whether nobody has acknowledged it
 * @param proof what its form brings along; empty where the visitor may only read
 * @param notice what came of the visitor's last action, where it was not done
 */
public record Card(
        String id,
        long revision,
        String patient,
        String tone,
        String severity,
        String kind,
        String where,
        String why,
        List<Fact> facts,
        String since,
        String coverage,
        String age,
        String rule,
        String status,
        String owner,
        Optional<String> next,
        boolean resolved,
        boolean waiting,
        String team,
        Optional<String> remark,
        Optional<String> proof,
        Optional<String> notice) {

    public Card {
        facts = List.copyOf(facts);
    }

    /**
     * Puts an alert into words.
     *
     * @param proof as in the record; absent where there is no form
     */
    public static Card of(Alert alert, Instant now, Optional<String> proof) {
        Finding finding = alert.finding();
        return new Card(
                alert.id(),
                alert.revision(),
                alert.patient(),
                alert.severity().code(),
                Words.severity(alert.severity()),
                Words.kind(finding),
                Words.where(finding),
                finding.summary(),
                NumberWords.of(finding.evidence()),
                Words.day(finding.since()),
                Math.round(100 * finding.evidence().coverage()) + " % of days",
                Words.span(alert.openedAt(), now),
                finding.evidence().rule() + ", policy " + finding.policy(),
                Words.status(alert, now),
                alert.assignee()
                        .or(() -> alert.acknowledgement().map(Alert.Acknowledgement::by))
                        .orElse("Nobody yet"),
                alert.pursuit().map(pursuit -> Words.next(pursuit, now)),
                alert.status() == AlertStatus.RESOLVED,
                alert.status() == AlertStatus.OPEN,
                alert.team(),
                remark(alert.attention()),
                proof,
                Optional.empty());
    }

    /** The same with a notice. */
    public Card noting(String what) {
        return new Card(
                id,
                revision,
                patient,
                tone,
                severity,
                kind,
                where,
                why,
                facts,
                since,
                coverage,
                age,
                rule,
                status,
                owner,
                next,
                resolved,
                waiting,
                team,
                remark,
                proof,
                Optional.of(what));
    }

    private static Optional<String> remark(Attention attention) {
        return switch (attention) {
            case ACTIVE -> Optional.empty();
            case REVIEW -> Optional.of("Learnt of late: review it without haste");
            case DORMANT -> Optional.of("About the past: nobody was told");
        };
    }
}
