package plumbline.standalone.comparison;

import java.time.LocalDate;
import java.util.Optional;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/** A finding from its opening to the last that was told of it. */
record Episode(Finding opened, Finding last) {

    /** What two findings share that may be the same. */
    record Subject(String patient, FindingKind kind, Optional<Site> site, Side side) {}

    Episode with(Finding later) {
        return new Episode(opened, later);
    }

    Subject subject() {
        return new Subject(opened.patient(), opened.kind(), opened.site(), opened.side());
    }

    LocalDate openedOn() {
        return opened.asOf().toLocalDate();
    }

    boolean held() {
        return last.change() != Change.WITHDRAWN;
    }

    boolean overlaps(Episode other) {
        return !last.since().isAfter(other.until()) && !other.last.since().isAfter(until());
    }

    private LocalDate until() {
        return last.change().isOpen() ? LocalDate.MAX : last.asOf().toLocalDate();
    }

    /** How grave it became, in words. */
    String grade() {
        String stage = last.stage().isPresent() ? " " + last.stage().getAsInt() : "";
        return last.severity().code() + stage;
    }
}
