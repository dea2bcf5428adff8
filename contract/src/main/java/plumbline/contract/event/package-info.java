/**
 * What patients and their devices tell: pain reports and activity bouts, complete and checked once constructed. Knows nothing of how they travel.
 */
@NullMarked
package plumbline.contract.event;

import org.jspecify.annotations.NullMarked;
