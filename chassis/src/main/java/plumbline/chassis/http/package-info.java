/** The HTTP server under every service: routes, problem answers, health, metrics, graceful stop. Holds no rule of any service. */
@NullMarked
package plumbline.chassis.http;

import org.jspecify.annotations.NullMarked;
