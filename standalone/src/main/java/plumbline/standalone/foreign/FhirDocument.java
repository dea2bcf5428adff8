package plumbline.standalone.foreign;

import java.util.List;
import java.util.Optional;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.json.Reading;
import plumbline.dialects.Decoded;
import plumbline.dialects.Harvest;
import plumbline.dialects.fhir.Fhir;
import plumbline.dialects.fhir.FhirBody;

/** A FHIR document in a file. It says itself whom it is about, so what is about somebody else than expected is refused. */
final class FhirDocument {
    static final int MOST_BYTES = 64 * 1024 * 1024;

    private FhirDocument() {}

    static Optional<Decoded.Unreadable> read(byte[] document, String patient, Harvest harvest) {
        FhirBody body = Fhir.read(document, document.length);
        if (body.decoded() instanceof Decoded.Unreadable unreadable) {
            return Optional.of(unreadable);
        }
        if (!(body.decoded() instanceof Decoded.Items items)) {
            return Optional.of(new Decoded.Unreadable(
                    "has more than " + Decoded.MOST_ITEMS + " entries; import it in smaller parts"));
        }
        List<Reading> readings = items.readings();
        for (int index = 0; index < readings.size(); index++) {
            harvest.reading(body.kind().path(index), ofPatient(patient, readings.get(index)));
        }
        return Optional.empty();
    }

    private static Reading ofPatient(String patient, Reading reading) {
        if (!(reading instanceof Reading.Good good) || good.event().patient().equals(patient)) {
            return reading;
        }
        Violation other =
                new Violation(ErrorCode.PATIENT_NOT_ALLOWED, "subject", "is not the patient whom --patient names");
        return new Reading.Bad(good.event().id(), List.of(other));
    }
}
