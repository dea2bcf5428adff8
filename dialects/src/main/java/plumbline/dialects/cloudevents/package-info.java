/**
 * CloudEvents 1.0 with a native event as data: the structured, batched and binary modes, with every rule of the specification that a
 * receiver can check. Knows nothing of HTTP beyond the names and values of headers.
 */
@NullMarked
package plumbline.dialects.cloudevents;

import org.jspecify.annotations.NullMarked;
