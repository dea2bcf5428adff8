/**
 * Exports of Apple Health as native events, in one pass and bounded memory. Decides which records carry something for us; knows
 * nothing of where the events go.
 */
@NullMarked
package plumbline.dialects.apple;

import org.jspecify.annotations.NullMarked;
