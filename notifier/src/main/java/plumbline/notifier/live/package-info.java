/**
 * Server-sent events: open connections that pull what they have not told yet. Knows nothing of what is told.
 */
@NullMarked
package plumbline.notifier.live;

import org.jspecify.annotations.NullMarked;
