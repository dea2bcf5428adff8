/**
 * What the notifier remembers of one patient. Knows no rule, no clock and no Kafka.
 */
@NullMarked
package plumbline.notifier.casefile;

import org.jspecify.annotations.NullMarked;
