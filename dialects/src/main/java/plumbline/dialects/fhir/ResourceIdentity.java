package plumbline.dialects.fhir;

import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Identity;
import plumbline.contract.check.Checks;
import plumbline.contract.event.Event;

/** Which event an observation is a version of, and which version it is. */
final class ResourceIdentity {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    private ResourceIdentity() {}

    /** The resource's id, or one derived from its first identifier. A {@code urn:uuid} of a bundle is new each time, and so none. */
    static Optional<String> id(Observation observation) {
        String id = observation.getIdElement().getIdPart();
        if (id != null && Checks.isId(id)) {
            return Optional.of(id);
        }
        return observation.getIdentifier().stream()
                .filter(Identifier::hasValue)
                .findFirst()
                .map(first -> Identity.of("fhir", line(first.getSystem()), line(first.getValue())));
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : text.replace('\n', ' ');
    }

    /**
     * The first of these that the sender states: {@code meta.versionId} as a number, {@code meta.lastUpdated} in milliseconds. Without
     * them a withdrawal withdraws every version, and others have {@code issued} in milliseconds, or 0, and one more when amended or
     * corrected.
     */
    static long version(Observation observation) {
        String stated = observation.getMeta().getVersionId();
        if (stated != null && NUMBER.matcher(stated).matches()) {
            return Long.parseLong(stated);
        }
        return millis(observation.getMeta().getLastUpdated()).orElseGet(() -> unstated(observation));
    }

    private static long unstated(Observation observation) {
        long issued = millis(observation.getIssued()).orElse(0L);
        return switch (observation.getStatus()) {
            case ENTEREDINERROR -> Event.MAX_VERSION;
            case AMENDED, CORRECTED -> issued + 1;
            default -> issued;
        };
    }

    private static Optional<Long> millis(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::getTime).filter(millis -> millis >= 0);
    }
}
