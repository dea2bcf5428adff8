/** The routes by which programs read timelines, and the way to the instance that holds a patient. Knows nothing of stores. */
@NullMarked
package plumbline.analytics.api;

import org.jspecify.annotations.NullMarked;
