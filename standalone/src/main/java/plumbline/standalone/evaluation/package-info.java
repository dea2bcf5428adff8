/**
 * The detectors over simulated patients, patient by patient on every core. Knows no threshold and no target.
 */
@NullMarked
package plumbline.standalone.evaluation;

import org.jspecify.annotations.NullMarked;
