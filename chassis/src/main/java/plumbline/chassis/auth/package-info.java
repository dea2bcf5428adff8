/** Who is calling and what they may do, told from a bearer token. Knows no route. */
@NullMarked
package plumbline.chassis.auth;

import org.jspecify.annotations.NullMarked;
