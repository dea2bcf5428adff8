package plumbline.cohort.match;

import java.time.LocalDate;
import java.util.Optional;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/**
 * A fact as an aspect sees it.
 *
 * @param from the first date on which a claim about it may be raised; a claim before is false
 * @param held the date from which its delay counts
 * @param due the last date on which it is found in time
 * @param until the last date on which a claim about it may be raised without being false
 * @param counted whether it must be found; others only excuse a claim
 * @param where what the claim must name, and should
 */
record Expected(LocalDate from, LocalDate held, LocalDate due, LocalDate until, boolean counted, Where where) {

    /**
     * The region of a fact.
     *
     * @param site what a claim must name; absent where any does
     * @param side what a claim should name: side accuracy
     */
    record Where(Optional<Site> site, Optional<Side> side) {
        static final Where ANY = new Where(Optional.empty(), Optional.empty());

        static Where of(Site site, Side side) {
            return new Where(Optional.of(site), side.isOneSided() ? Optional.of(side) : Optional.empty());
        }
    }

    /** Whether a claim is about this: raised within the dates, and about the same site. */
    boolean admits(Raised raised) {
        return !raised.on().isBefore(from)
                && !raised.on().isAfter(until)
                && (where.site().isEmpty() || where.site().equals(raised.site()));
    }

    boolean namesSide(Raised raised) {
        return where.side().isPresent() && where.side().equals(raised.side());
    }
}
