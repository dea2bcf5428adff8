/** A patient's timeline as it is shown. Reads what the stream has stored; changes nothing, and knows no HTTP. */
@NullMarked
package plumbline.analytics.view;

import org.jspecify.annotations.NullMarked;
