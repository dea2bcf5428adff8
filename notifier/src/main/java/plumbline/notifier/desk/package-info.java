/**
 * What members of a care team do to alerts: published to Kafka, and answered when the inbox shows the effect. Knows no HTTP.
 */
@NullMarked
package plumbline.notifier.desk;

import org.jspecify.annotations.NullMarked;
