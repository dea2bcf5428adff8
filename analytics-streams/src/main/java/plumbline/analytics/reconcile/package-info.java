/**
 * Turns what was assessed into changes of what was told: opened, updated, resolved, withdrawn. Decides no medicine.
 */
@NullMarked
package plumbline.analytics.reconcile;

import org.jspecify.annotations.NullMarked;
