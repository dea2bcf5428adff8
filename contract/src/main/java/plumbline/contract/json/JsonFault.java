package plumbline.contract.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** Says where JSON is broken, without repeating what stands there. */
public final class JsonFault {

    private JsonFault() {}

    /** One sentence for the sender, such as {@code is not JSON at line 1, column 17}. */
    public static String describe(JsonProcessingException fault) {
        if (fault instanceof StreamConstraintsException) {
            return "goes beyond a bound of the JSON reader: at most " + JsonLimits.DEPTH
                    + " levels, 200 digits a number, 1,000,000 characters a string";
        }
        JsonLocation location = fault.getLocation();
        String place =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return fault instanceof JsonEOFException
                ? "ends too early" + place + "; was the body cut short?"
                : "is not JSON" + place;
    }
}
