/** Who may come in over HTTP, and how others are turned away. Knows no route. */
@NullMarked
package plumbline.chassis.door;

import org.jspecify.annotations.NullMarked;
