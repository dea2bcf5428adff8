package plumbline.ingest.intake;

import plumbline.dialects.Decoded;
import plumbline.ingest.intake.Envelope.Fault;

/** What the decoder of a foreign dialect found, as an envelope like any other. */
final class Foreign {

    private Foreign() {}

    static Envelope envelope(Shape shape, Decoded decoded) {
        if (decoded instanceof Decoded.Items items) {
            return new Envelope.Opened(shape, items.readings());
        }
        return decoded instanceof Decoded.Unreadable unreadable
                ? Envelope.Unreadable.of(Fault.MALFORMED_BODY, "The body " + unreadable.detail())
                : JsonBody.tooMany();
    }
}
