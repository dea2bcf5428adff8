package plumbline.cohort.match;

import java.time.LocalDate;
import java.util.Optional;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/**
 * A claim as an aspect sees it.
 *
 * @param on the local date on which it was raised
 * @param until the local date on which it was closed
 * @param site where; absent where the aspect does not ask
 * @param side the side that it names, if any
 */
record Raised(LocalDate on, LocalDate until, Optional<Site> site, Optional<Side> side) {}
