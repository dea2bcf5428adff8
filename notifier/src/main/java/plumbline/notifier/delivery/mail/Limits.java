package plumbline.notifier.delivery.mail;

import java.time.Duration;

/**
 * How long an attempt may take.
 *
 * @param connect until there is a connection
 * @param answer until each command is answered
 * @param all in all: shorter than casework waits for the report
 */
record Limits(Duration connect, Duration answer, Duration all) {
    static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(20));
}
