/**
 * The rules about left and right: a patient's own baseline, change from it, and what that means beside pain.
 */
@NullMarked
package plumbline.analytics.balance;

import org.jspecify.annotations.NullMarked;
