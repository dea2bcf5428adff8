/**
 * How the findings of two policies over the same events differ, as text. Knows nothing of files or of how a finding was computed.
 */
@NullMarked
package plumbline.standalone.comparison;

import org.jspecify.annotations.NullMarked;
