/**
 * Reads the words and the exercise plans from their files, and refuses what is not complete. Knows nothing of when they are sent.
 */
@NullMarked
package plumbline.notifier.library;

import org.jspecify.annotations.NullMarked;
