/**
 * A care team: who is in it, how its members are reached, and in which order they are asked. Knows nothing of alerts or of sending.
 */
@NullMarked
package plumbline.contract.team;

import org.jspecify.annotations.NullMarked;
