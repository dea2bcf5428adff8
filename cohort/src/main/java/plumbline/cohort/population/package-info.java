/**
 * Draws the lives of patients from published rates. Knows nothing of reports, devices or detectors.
 */
@NullMarked
package plumbline.cohort.population;

import org.jspecify.annotations.NullMarked;
