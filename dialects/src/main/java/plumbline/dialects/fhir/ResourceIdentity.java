package plumbline.dialects.fhir;

import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Identity;
import plumbline.contract.check.Checks;
import plumbline.contract.event.Event;
import plumbline.contract.vocabulary.Site;

/** Which event an observation is a version of, and which version it is. */
final class ResourceIdentity {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    private ResourceIdentity() {}

    /** Whether the resource has no id, or one that an event can have. */
    static boolean isGood(Observation observation) {
        String id = observation.getIdElement().getIdPart();
        return id == null || Checks.isId(id);
    }

    /**
     * The resource's id, or one derived from its first identifier; empty where it has neither. A {@code urn:uuid} of a bundle is new each
     * time, and so none.
     */
    static Optional<String> id(Observation observation) {
        String id = observation.getIdElement().getIdPart();
        if (id != null) {
            return Optional.of(id).filter(Checks::isId);
        }
        return observation.getIdentifier().stream()
                .filter(Identifier::hasValue)
                .findFirst()
                .map(first -> identity(line(first.getSystem()), line(first.getValue())));
    }

    /** An id for a resource that brings none: it is what it says, so that the same, sent again, is the same report. */
    static String derived(String patient, String source, OffsetDateTime time, int intensity, BodySite where) {
        return identity(
                patient,
                source,
                Long.toString(time.toInstant().toEpochMilli()),
                Integer.toString(intensity),
                where.site().map(Site::code).orElse(""),
                where.side().code());
    }

    /** An id that FHIR allows too, which has no underscore in ids, so that the sender can name it in a later version. */
    private static String identity(String... parts) {
        return Identity.of("fhir", String.join("\n", parts)).replace('_', '.');
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
