/**
 * The fold over a file of events, without Kafka.
 */
@NullMarked
package plumbline.analytics.backtest;

import org.jspecify.annotations.NullMarked;
