/**
 * Who saw and did what: a log in which each entry seals the one before. Knows neither HTTP nor what an alert is about.
 */
@NullMarked
package plumbline.notifier.access;

import org.jspecify.annotations.NullMarked;
