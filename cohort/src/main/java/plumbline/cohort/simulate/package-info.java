/**
 * A whole cohort: its parameters, its negative controls, its events in the order of arrival, its files.
 */
@NullMarked
package plumbline.cohort.simulate;

import org.jspecify.annotations.NullMarked;
