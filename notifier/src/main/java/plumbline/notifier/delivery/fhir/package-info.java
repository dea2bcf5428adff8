/**
 * Tells a FHIR R4 server of alerts, and says what its answer means. Decides no retry.
 */
@NullMarked
package plumbline.notifier.delivery.fhir;

import org.jspecify.annotations.NullMarked;
