/**
 * One patient's step: judge an event, merge it, assess, reconcile. Knows neither Kafka nor files; a chart is its only door to state.
 */
@NullMarked
package plumbline.analytics.fold;

import org.jspecify.annotations.NullMarked;
