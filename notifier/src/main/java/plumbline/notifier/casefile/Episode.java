package plumbline.notifier.casefile;

import java.time.Instant;
import java.util.Optional;
import plumbline.contract.Identity;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Code;
import plumbline.notifier.text.Script;

/**
 * A finding from its beginning to its end, with the alert that it made.
 *
 * @param id the finding's
 * @param alertId of the alert, or of the history where there is none
 * @param alert with the newest state of the finding
 * @param unalerted the newest state of the finding, while it makes no alert
 * @param climb how the alert is pursued
 */
public record Episode(
        String id,
        String alertId,
        Optional<Alert> alert,
        Optional<Finding> unalerted,
        Journal journal,
        Told told,
        Optional<Climb> climb) {

    /**
     * A finding that is new, or comes so long after its last alert that it is a new one.
     *
     * @param ordinal tells a later alert of the same finding from the first, which has 0
     */
    public static Episode begin(Finding finding, long ordinal) {
        String region = finding.site().map(Code::code).orElse("-") + "/"
                + finding.side().code();
        String kind = finding.kind().code();
        String since = finding.since().toString();
        String alertId = ordinal == 0
                ? Identity.of("alert", finding.patient(), kind, region, since, finding.id())
                : Identity.of("alert", finding.patient(), kind, region, since, finding.id(), Long.toString(ordinal));
        return new Episode(
                finding.id(),
                alertId,
                Optional.empty(),
                Optional.of(finding),
                Journal.EMPTY,
                Told.NOBODY,
                Optional.empty());
    }

    /** The newest state of the finding. */
    public Finding finding() {
        return alert.map(Alert::finding).or(() -> unalerted).orElseThrow();
    }

    /** Whether a care team still has it before it. */
    public boolean stands() {
        return alert.filter(known -> known.status() != AlertStatus.RESOLVED).isPresent();
    }

    /** How urgent it is, or was when it was announced: only its end makes it less. */
    public Severity gravity() {
        Severity newest = finding().severity();
        return told.severity().map(newest::orAbove).orElse(newest);
    }

    /** Whether this very state of the finding, or a newer one, was seen before. */
    public boolean hasSeen(Finding other) {
        int order = other.asOf().toInstant().compareTo(finding().asOf().toInstant());
        return order < 0 || (order == 0 && journal.seen().contains(digest(other)));
    }

    /** The state of the finding is noted as seen. */
    public Episode sees(Finding newest) {
        boolean newer = newest.asOf().toInstant().isAfter(finding().asOf().toInstant());
        return new Episode(id, alertId, alert, unalerted, journal.sees(digest(newest), newer), told, climb);
    }

    private static String digest(Finding finding) {
        return Identity.of(finding.toString());
    }

    public Episode withAlert(Alert newest) {
        return new Episode(id, alertId, Optional.of(newest), Optional.empty(), journal, told, climb);
    }

    public Episode withUnalerted(Finding newest) {
        return new Episode(id, alertId, alert, Optional.of(newest), journal, told, climb);
    }

    /** One entry was added to the history. */
    public Episode written() {
        return new Episode(id, alertId, alert, unalerted, journal.next(), told, climb);
    }

    /** A care action was answered. */
    public Episode acted(String action) {
        return new Episode(id, alertId, alert, unalerted, journal.acted(action), told, climb);
    }

    /** The alert is pursued in another way; it is the same revision. */
    public Episode climbing(Climb newest) {
        Optional<Alert> pursued = alert.map(known -> known.pursued(newest.pursuit()));
        return new Episode(id, alertId, pursued, unalerted, journal, told, Optional.of(newest));
    }

    /** Whether it speaks to people by itself until one of them answers. */
    public boolean isCalling() {
        return alert.filter(known -> known.status() == AlertStatus.OPEN).isPresent();
    }

    /** When it has to be looked at although nothing arrives. */
    public Optional<Instant> due() {
        return climb.flatMap(Climb::due);
    }

    private Episode with(Told newer) {
        return new Episode(id, alertId, alert, unalerted, journal, newer, climb);
    }

    /** People are being told of the newest state of the finding. */
    public Episode announced() {
        return with(told.announced(finding()));
    }

    /** One message was planned. */
    public Episode messaged(Script script, Instant now) {
        Told counted = told.counted();
        return with(script.refers() ? counted.referredAt(now) : counted);
    }

    /** A firing reached somebody, or may have. */
    public Episode reached(Address address) {
        return with(told.reached(address));
    }

    /** An address that got the firing is being told of the end. */
    public Episode closed(Address address) {
        return with(told.closed(address));
    }
}
