/**
 * What a finding says to a person: its numbers, its days and what would end it, as text of 80 columns. Knows nothing of files or of
 * how a finding was computed.
 */
@NullMarked
package plumbline.standalone.explanation;

import org.jspecify.annotations.NullMarked;
