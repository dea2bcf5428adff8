/**
 * Rules about load and posture: sitting, standing, repeated movements, lifting, and whether the device was worn at all. They judge
 * today only, for their findings are nudges; none reads a clock.
 */
@NullMarked
package plumbline.analytics.posture;

import org.jspecify.annotations.NullMarked;
