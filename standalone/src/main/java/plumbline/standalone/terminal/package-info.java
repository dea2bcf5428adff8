/**
 * What a person at the terminal sees while they wait. Knows nothing of what is being done.
 */
@NullMarked
package plumbline.standalone.terminal;

import org.jspecify.annotations.NullMarked;
