package plumbline.standalone.foreign;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.json.Reading;
import plumbline.dialects.Decoded;
import plumbline.dialects.Decoded.Unreadable;
import plumbline.dialects.Drafts;
import plumbline.dialects.Harvest;
import plumbline.dialects.fhir.Fhir;
import plumbline.dialects.fhir.FhirBody;

/**
 * FHIR in a file: one document, which is read whole, or a document a line, as bulk exports have them, read line by line. Documents say
 * themselves whom they are about, so what is about somebody else than expected is refused.
 */
final class FhirDocument {
    /** The largest document: a Bundle may name its type after its entries, so it must be there as a whole. */
    static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final Unreadable TOO_LARGE = new Unreadable("is larger than 64 MiB; import it in parts");

    private final InputStream file;
    private final String patient;
    private final Harvest harvest;

    private FhirDocument(InputStream file, String patient, Harvest harvest) {
        this.file = new BufferedInputStream(file, 1 << 16);
        this.patient = patient;
        this.harvest = harvest;
    }

    static Optional<Unreadable> read(InputStream file, String patient, Harvest harvest) throws IOException {
        return new FhirDocument(file, patient, harvest).read();
    }

    private Optional<Unreadable> read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean more = line(bytes);
        FhirBody first = Fhir.read(bytes.toByteArray(), bytes.size());
        if (more && !isBroken(first)) {
            return lines(first);
        }
        while (more && bytes.size() <= MOST_BYTES) {
            bytes.write('\n');
            more = line(bytes);
        }
        return bytes.size() > MOST_BYTES
                ? Optional.of(TOO_LARGE)
                : take("", Fhir.read(bytes.toByteArray(), bytes.size()));
    }

    private static boolean isBroken(FhirBody body) {
        return body.decoded() instanceof Unreadable unreadable && unreadable.why() != Decoded.Why.OTHER_KIND;
    }

    private Optional<Unreadable> lines(FhirBody first) throws IOException {
        FhirBody body = first;
        boolean more = true;
        for (int number = 1; ; number++) {
            String place = "line " + number;
            take(place + ", ", body).ifPresent(unreadable -> {
                if (unreadable.why() == Decoded.Why.OTHER_KIND) {
                    harvest.skipped("line", unreadable.detail());
                } else if (unreadable.why() == Decoded.Why.BROKEN) {
                    harvest.reading(place, Drafts.bad("", ErrorCode.MALFORMED_JSON, "", unreadable.detail()));
                }
            });
            if (!more) {
                return Optional.empty();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            more = line(bytes);
            if (bytes.size() > MOST_BYTES) {
                return Optional.of(TOO_LARGE);
            }
            body = Fhir.read(bytes.toByteArray(), bytes.size());
        }
    }

    /** Adds a line, or as much of it as shows that it is too long; whether another follows. */
    private boolean line(ByteArrayOutputStream bytes) throws IOException {
        for (int c = file.read(); c >= 0 && bytes.size() <= MOST_BYTES; c = file.read()) {
            if (c == '\n') {
                return true;
            }
            bytes.write(c);
        }
        return false;
    }

    private Optional<Unreadable> take(String before, FhirBody body) {
        if (body.decoded() instanceof Unreadable unreadable) {
            return Optional.of(unreadable);
        }
        if (!(body.decoded() instanceof Decoded.Items items)) {
            return Optional.of(
                    new Unreadable("has more than " + Decoded.MOST_ITEMS + " entries; import it in smaller parts"));
        }
        List<Reading> readings = items.readings();
        for (int index = 0; index < readings.size(); index++) {
            if (isOfOtherType(readings.get(index))) {
                harvest.skipped("entry", "is of a resource type that is not taken");
            } else {
                harvest.reading(before + body.kind().path(index), ofPatient(readings.get(index)));
            }
        }
        return Optional.empty();
    }

    /** Whether it is no observation: Bundles carry the patient, the encounter and much else along. */
    private static boolean isOfOtherType(Reading reading) {
        return reading instanceof Reading.Bad bad
                && bad.violations().get(0).code() == ErrorCode.UNSUPPORTED_CONTENT
                && bad.violations().get(0).field().equals("resourceType");
    }

    private Reading ofPatient(Reading reading) {
        if (!(reading instanceof Reading.Good good) || good.event().patient().equals(patient)) {
            return reading;
        }
        Violation other =
                new Violation(ErrorCode.PATIENT_NOT_ALLOWED, "subject", "is not the patient whom --patient names");
        return new Reading.Bad(good.event().id(), List.of(other));
    }
}
