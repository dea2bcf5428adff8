/**
 * Rules that one report alone fulfils: urgent pain, red flags, flares. Knows of other rules only what {@link
 * plumbline.analytics.sign.Setting} says.
 */
@NullMarked
package plumbline.analytics.sign;

import org.jspecify.annotations.NullMarked;
