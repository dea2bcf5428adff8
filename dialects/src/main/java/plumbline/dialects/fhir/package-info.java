/**
 * FHIR R4 observations of pain as native reports. Decides which question, answer, body site, side, time and version an observation
 * states, and says of every other that it states none. Never guesses a score or a side.
 */
@NullMarked
package plumbline.dialects.fhir;

import org.jspecify.annotations.NullMarked;
