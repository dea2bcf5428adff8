/**
 * One measure of one patient, day by day: which days can be trusted, what is usual, how far it is from that. Knows no finding.
 */
@NullMarked
package plumbline.analytics.symmetry;

import org.jspecify.annotations.NullMarked;
