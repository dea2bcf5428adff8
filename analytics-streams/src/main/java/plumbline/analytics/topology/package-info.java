/**
 * The Kafka Streams shell: loads, calls the fold, saves and forwards. Holds no rule.
 */
@NullMarked
package plumbline.analytics.topology;

import org.jspecify.annotations.NullMarked;
