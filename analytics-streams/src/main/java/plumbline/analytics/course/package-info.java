/**
 * Rules about how a pain goes on over days, region by region: persistent, recurrent, worsening, improving. Each is a fold over
 * days in date order; none reads a clock.
 */
@NullMarked
package plumbline.analytics.course;

import org.jspecify.annotations.NullMarked;
