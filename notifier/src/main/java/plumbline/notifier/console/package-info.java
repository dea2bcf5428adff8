/**
 * The care team's pages: sign-in, triage, one alert. Decides how things are said and shown, never what holds.
 */
@NullMarked
package plumbline.notifier.console;

import org.jspecify.annotations.NullMarked;
