package plumbline.cohort.observe;

import java.time.Instant;
import plumbline.contract.event.Event;

/** An event as a server receives it. */
public record Arrival(Event event, Instant receivedAt) {}
