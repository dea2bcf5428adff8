/**
 * What every foreign dialect is read into: native events, or why there is none. Knows nothing of any one dialect, of HTTP or of Kafka.
 */
@NullMarked
package plumbline.dialects;

import org.jspecify.annotations.NullMarked;
