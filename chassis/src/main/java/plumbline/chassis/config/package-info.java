/** Settings from the environment: each with a name, a default and a meaning; all mistakes named at once. Knows no service. */
@NullMarked
package plumbline.chassis.config;

import org.jspecify.annotations.NullMarked;
