package plumbline.contract.json;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of native events by their names on the wire. */
enum EventField {
    TYPE("type", true),
    ID("id", true),
    PATIENT("patient", true),
    AT("at", true),
    START("start", true),
    END("end", true),
    VERSION("version", false),
    RETRACTED("retracted", false),
    SITE("site", false),
    SIDE("side", false),
    INTENSITY("intensity", false),
    ONSET("onset", false),
    FLARE("flare", false),
    SYMPTOMS("symptoms", false),
    LIMITS("limits", false),
    ACTIVITY("activity", false),
    LOAD("load", false),
    REPETITIONS("repetitions", false),
    WORN("worn", false),
    LIFT("lift", false),
    EXERCISE("exercise", false),
    SOURCE("source", false);

    static final String PAIN_REPORT = "pain-report";
    static final String ACTIVITY_BOUT = "activity-bout";

    static final Set<EventField> OF_REPORT = Collections.unmodifiableSet(EnumSet.of(
            TYPE, ID, PATIENT, AT, VERSION, RETRACTED, SITE, SIDE, INTENSITY, ONSET, FLARE, SYMPTOMS, LIMITS, SOURCE));
    static final Set<EventField> OF_BOUT = Collections.unmodifiableSet(EnumSet.of(
            TYPE,
            ID,
            PATIENT,
            START,
            END,
            VERSION,
            RETRACTED,
            ACTIVITY,
            LOAD,
            REPETITIONS,
            WORN,
            LIFT,
            EXERCISE,
            SOURCE));

    private static final Map<String, EventField> BY_NAME = new HashMap<>();

    static {
        for (EventField field : values()) {
            BY_NAME.put(field.fieldName, field);
        }
    }

    private final String fieldName;
    private final boolean required;

    EventField(String fieldName, boolean required) {
        this.fieldName = fieldName;
        this.required = required;
    }

    static @Nullable EventField find(String name) {
        return BY_NAME.get(name);
    }

    String fieldName() {
        return fieldName;
    }

    boolean isRequired() {
        return required;
    }
}
