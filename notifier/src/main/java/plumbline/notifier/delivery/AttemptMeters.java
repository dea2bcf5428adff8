package plumbline.notifier.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.Outcome;

/** Counts attempts. Every counter is there from the start: a rule sees no rise in one that begins with its first failure. */
final class AttemptMeters {
    private final MeterRegistry registry;

    AttemptMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Lane lane : Lane.values()) {
            for (ChannelKind channel : ChannelKind.values()) {
                for (Outcome outcome : Outcome.values()) {
                    counter(lane, channel, outcome);
                }
            }
        }
    }

    void count(Lane lane, ChannelKind channel, Outcome outcome) {
        counter(lane, channel, outcome).increment();
    }

    private Counter counter(Lane lane, ChannelKind channel, Outcome outcome) {
        return registry.counter(
                "plumbline_notifier_deliveries_total",
                "lane",
                lane.code(),
                "channel",
                channel.code(),
                "outcome",
                outcome.code());
    }
}
