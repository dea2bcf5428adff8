package plumbline.ingest.intake;

import plumbline.dialects.Decoded;
import plumbline.dialects.fhir.Fhir;
import plumbline.dialects.fhir.FhirBody;
import plumbline.ingest.intake.Envelope.Fault;
import plumbline.ingest.intake.Envelope.Unreadable;

/** The documents of FHIR that a route takes. */
public enum FhirFormat implements Dialect {
    /** A Bundle, or one observation. */
    ANY,
    /** One observation. */
    OBSERVATION;

    @Override
    public Envelope open(byte[] body, int length) {
        FhirBody document = Fhir.read(body, length);
        boolean isBundle = document.kind() != FhirBody.Kind.OBSERVATION;
        return this == OBSERVATION && isBundle && document.decoded() instanceof Decoded.Items
                ? Unreadable.of(Fault.NOT_EVENTS, "The body is a Bundle; post it to the base address, one level up")
                : Foreign.envelope(new FhirForm(document.kind()), document.decoded());
    }

    @Override
    public boolean isCostly() {
        return true;
    }
}
