/**
 * The merging state of one patient: the ledger of pain reports and the records of days, each a join-semilattice, so that order,
 * duplicates and splits never matter. Knows nothing of rules, of time, or of how it is stored.
 */
@NullMarked
package plumbline.analytics.timeline;

import org.jspecify.annotations.NullMarked;
