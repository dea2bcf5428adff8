/**
 * What the pages show, in words, numbers and lines, made from alerts. Pure: knows no HTTP and no clock.
 */
@NullMarked
package plumbline.notifier.console.view;

import org.jspecify.annotations.NullMarked;
