package plumbline.dialects.fhir;

import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;

/** Gathers what HAPI finds wrong in a resource. Unknown elements are no fault: FHIR grows. */
final class ParserFaults extends ErrorHandlerAdapter {
    private static final int MOST = 16;

    private final List<Violation> found = new ArrayList<>(0);

    List<Violation> found() {
        return found;
    }

    @Override
    public void invalidValue(@Nullable IParseLocation location, @Nullable String value, @Nullable String error) {
        String element = element(location);
        if (element.startsWith("effective") || element.equals("issued") || element.equals("lastUpdated")) {
            add(ErrorCode.INVALID_TIME, element, "must be a date-time of FHIR, such as 2026-11-20T07:30:00+01:00");
        } else if (element.equals("status")) {
            add(ErrorCode.UNKNOWN_VALUE, element, "must be a status of observations in FHIR R4");
        } else {
            add(ErrorCode.WRONG_TYPE, element, "has a value that FHIR does not allow there");
        }
    }

    @Override
    public void incorrectJsonType(
            @Nullable IParseLocation location,
            @Nullable String element,
            @Nullable ValueType expected,
            @Nullable ScalarType expectedScalar,
            @Nullable ValueType found,
            @Nullable ScalarType foundScalar) {
        String name = element == null ? element(location) : element;
        add(ErrorCode.WRONG_TYPE, name, "has a value of another JSON type than FHIR wants");
    }

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation location, @Nullable String element) {
        add(ErrorCode.CONTRADICTION, Optional.ofNullable(element).orElse(""), "is given twice, as two types; send one");
    }

    private void add(ErrorCode code, String element, String detail) {
        if (found.size() < MOST) {
            found.add(new Violation(code, element, detail));
        }
    }

    private static String element(@Nullable IParseLocation location) {
        String name = location == null ? null : location.getParentElementName();
        return name == null ? "" : name;
    }
}
