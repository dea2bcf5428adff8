package plumbline.dialects.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Observation;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.json.JsonFault;
import plumbline.contract.json.JsonLimits;
import plumbline.contract.json.Reading;
import plumbline.dialects.Drafts;

/** Reads one resource from JSON with HAPI FHIR: leniently where FHIR is open, and strictly where a value is not what it should be. */
final class ObservationReader {
    /** HAPI takes the last of two members of one name; which of two scores is meant is not ours to choose. */
    private static final JsonFactory STRICT =
            JsonLimits.FACTORY.copy().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private static final Pattern HUGE = Pattern.compile(".*[eE][+-]?[0-9]{3,}");

    private ObservationReader() {}

    /** Loaded with the first observation, because it costs a service that sees none a second and 15 MB. */
    private static final class Model {
        static final FhirContext R4 = FhirContext.forR4Cached();
    }

    static Reading read(byte[] body, int start, int length) {
        try {
            if (!hasModestNumbers(body, start, length)) {
                return Drafts.bad("", ErrorCode.WRONG_TYPE, "", "has a number with an exponent beyond 99");
            }
        } catch (JsonProcessingException fault) {
            boolean twice = fault.getOriginalMessage().startsWith("Duplicate field");
            return twice
                    ? Drafts.bad("", ErrorCode.DUPLICATE_FIELD, "", "has a member twice; send each member once")
                    : Drafts.bad("", ErrorCode.MALFORMED_JSON, "", JsonFault.describe(fault));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
        return read(new String(body, start, length, StandardCharsets.UTF_8));
    }

    /** Whether every number is one that HAPI can write out: it turns 1e999999999 into a text of a gigabyte. */
    private static boolean hasModestNumbers(byte[] body, int start, int length) throws IOException {
        boolean modest = true;
        try (JsonParser parser = STRICT.createParser(body, start, length)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                modest &= token != JsonToken.VALUE_NUMBER_FLOAT
                        || !HUGE.matcher(parser.getText()).matches();
            }
        }
        return modest;
    }

    private static Reading read(String json) {
        ParserFaults faults = new ParserFaults();
        IBaseResource resource;
        try {
            IParser parser = Model.R4.newJsonParser();
            parser.setParserErrorHandler(faults);
            resource = parser.parseResource(json);
        } catch (DataFormatException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | ClassCastException notFhir) {
            // HAPI answers some kinds of broken input with exceptions of its insides.
            return Drafts.bad("", ErrorCode.UNSUPPORTED_CONTENT, "", "is not a resource of FHIR R4");
        }
        if (!(resource instanceof Observation observation)) {
            return Drafts.bad(
                    "", ErrorCode.UNSUPPORTED_CONTENT, "resourceType", "must be Observation; nothing else is read");
        }
        String id = ResourceIdentity.id(observation).orElse("");
        return faults.found().isEmpty()
                ? new PainObservation(observation, id).read()
                : new Reading.Bad(id, faults.found());
    }
}
