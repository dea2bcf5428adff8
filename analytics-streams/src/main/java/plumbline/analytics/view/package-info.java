/** A patient's timeline as it is shown, and who may see it. Reads what the stream has stored; changes nothing. */
@NullMarked
package plumbline.analytics.view;

import org.jspecify.annotations.NullMarked;
