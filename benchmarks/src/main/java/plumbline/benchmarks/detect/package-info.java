/**
 * The cost of detection for the reference patient: 96 bouts and 2 reports a day. Measures, and judges nothing.
 */
@NullMarked
package plumbline.benchmarks.detect;

import org.jspecify.annotations.NullMarked;
