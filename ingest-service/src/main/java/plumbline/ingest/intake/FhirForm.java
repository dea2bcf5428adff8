package plumbline.ingest.intake;

import plumbline.dialects.fhir.FhirBody.Kind;

/** A document of FHIR. Of a transaction, all is taken or nothing. */
public record FhirForm(Kind kind) implements Form {

    @Override
    public boolean isAllOrNothing() {
        return kind == Kind.TRANSACTION;
    }
}
