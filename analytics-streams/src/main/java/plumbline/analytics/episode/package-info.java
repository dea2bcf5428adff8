/**
 * What a rule found and what was told about it. Knows neither how it was found nor where it is sent.
 */
@NullMarked
package plumbline.analytics.episode;

import org.jspecify.annotations.NullMarked;
