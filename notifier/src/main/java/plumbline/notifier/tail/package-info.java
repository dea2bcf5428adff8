/**
 * Reads whole topics into memory and goes on with what comes. Knows nothing of what is in them.
 */
@NullMarked
package plumbline.notifier.tail;

import org.jspecify.annotations.NullMarked;
