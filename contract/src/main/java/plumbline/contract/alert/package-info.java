/**
 * What a care team must see and what it does about it: alerts, their history, care actions. Knows nothing of routing rules.
 */
@NullMarked
package plumbline.contract.alert;

import org.jspecify.annotations.NullMarked;
