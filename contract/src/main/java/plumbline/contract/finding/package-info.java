/**
 * What analytics detected and why: a finding with its evidence. Knows nothing of how it was computed.
 */
@NullMarked
package plumbline.contract.finding;

import org.jspecify.annotations.NullMarked;
