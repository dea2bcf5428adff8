package plumbline.dialects.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.json.JsonFault;
import plumbline.contract.json.Reading;
import plumbline.dialects.Decoded;
import plumbline.dialects.Decoded.Why;
import plumbline.dialects.Drafts;
import plumbline.dialects.fhir.FhirBody.Kind;

/** Reads a document of FHIR R4 in JSON: an Observation, or a Bundle of type batch, transaction or collection. */
public final class Fhir {
    private static final String EXPECTED = "; send an Observation or a Bundle of type batch, transaction or collection";

    private Fhir() {}

    /** Reads the first bytes of an array. The first call of all takes seconds, in which the model of FHIR is loaded. */
    public static FhirBody read(byte[] body, int length) {
        try {
            if (length == 0) {
                return unreadable(Why.EMPTY, "is empty" + EXPECTED);
            }
            Outline outline = Outline.of(body, length);
            return switch (outline.resourceType()) {
                case "Observation" ->
                    new FhirBody(Kind.OBSERVATION, new Decoded.Items(List.of(ObservationReader.read(body, 0, length))));
                case "Bundle" -> bundle(outline, body);
                case "" -> otherKind("has no resourceType" + EXPECTED);
                default -> otherKind("is of a resource type that is not taken" + EXPECTED);
            };
        } catch (JsonProcessingException malformed) {
            return unreadable(Why.BROKEN, JsonFault.describe(malformed));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }

    private static FhirBody otherKind(String detail) {
        return unreadable(Why.OTHER_KIND, detail);
    }

    private static FhirBody unreadable(Why why, String detail) {
        return new FhirBody(Kind.OBSERVATION, new Decoded.Unreadable(why, detail));
    }

    private static FhirBody bundle(Outline outline, byte[] body) {
        return Stream.of(Kind.values())
                .filter(kind -> !kind.type().isEmpty() && kind.type().equals(outline.bundleType()))
                .findFirst()
                .map(kind -> new FhirBody(kind, entries(outline, body)))
                .orElseGet(() -> otherKind("is a Bundle of another type" + EXPECTED));
    }

    private static Decoded entries(Outline outline, byte[] body) {
        if (outline.entries().size() > Decoded.MOST_ITEMS) {
            return new Decoded.TooMany();
        }
        List<Reading> readings = new ArrayList<>(outline.entries().size());
        for (Outline.Entry entry : outline.entries()) {
            readings.add(entry(entry, body));
        }
        return new Decoded.Items(readings);
    }

    private static Reading entry(Outline.Entry entry, byte[] body) {
        if (!entry.isWrite()) {
            return Drafts.bad(
                    "",
                    ErrorCode.UNSUPPORTED_CONTENT,
                    "",
                    "must be written with POST or PUT; to withdraw it, send it as entered-in-error");
        }
        return entry.length() == 0
                ? Drafts.bad("", ErrorCode.MISSING_FIELD, "", "must be there: an Observation")
                : ObservationReader.read(body, entry.start(), entry.length());
    }
}
