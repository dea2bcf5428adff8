/**
 * What a patient's entry in the directory says, complete and checked once constructed, and how its erasure is acknowledged. Knows
 * nothing of who keeps it.
 */
@NullMarked
package plumbline.contract.patient;

import org.jspecify.annotations.NullMarked;
