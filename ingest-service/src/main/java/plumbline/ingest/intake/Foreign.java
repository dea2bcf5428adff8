package plumbline.ingest.intake;

import plumbline.dialects.Decoded;
import plumbline.ingest.intake.Envelope.Fault;

/** What the decoder of a foreign dialect found, as an envelope like any other. */
final class Foreign {

    private Foreign() {}

    static Envelope envelope(Form form, Decoded decoded) {
        if (decoded instanceof Decoded.Items items) {
            Readings readings = new Readings();
            items.readings().forEach(readings::add);
            return new Envelope.Opened(form, readings.list());
        }
        return decoded instanceof Decoded.Unreadable unreadable
                ? Envelope.Unreadable.of(fault(unreadable.why()), "The body " + unreadable.detail())
                : JsonBody.tooMany();
    }

    private static Fault fault(Decoded.Why why) {
        return switch (why) {
            case EMPTY -> Fault.EMPTY_BODY;
            case BROKEN -> Fault.MALFORMED_BODY;
            case OTHER_KIND -> Fault.NOT_EVENTS;
        };
    }
}
