/**
 * Which finding is about which fact: windows, regions, one to one. Knows no rule, no simulation and no statistics.
 */
@NullMarked
package plumbline.cohort.match;

import org.jspecify.annotations.NullMarked;
