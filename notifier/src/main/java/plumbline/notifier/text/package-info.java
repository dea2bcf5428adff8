/**
 * The words that people read, and the exercise plans: data, checked when it is loaded. Knows nothing of when they are sent.
 */
@NullMarked
package plumbline.notifier.text;

import org.jspecify.annotations.NullMarked;
