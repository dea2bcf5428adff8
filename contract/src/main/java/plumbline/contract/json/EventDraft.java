package plumbline.contract.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.InvalidValue;
import plumbline.contract.check.Violation;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Event;
import plumbline.contract.event.Exercise;
import plumbline.contract.event.Lift;
import plumbline.contract.event.Load;
import plumbline.contract.event.PainReport;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Codes;
import plumbline.contract.vocabulary.Limit;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

/**
 * The fields of one native event while they are read. The type may come last, so the fields of both types are gathered, and those
 * of the other type count for nothing in the end.
 */
final class EventDraft {
    private static final Codes<Site> SITES = Codes.of(Site.class);
    private static final Codes<Side> SIDES = Codes.of(Side.class);
    private static final Codes<Onset> ONSETS = Codes.of(Onset.class);
    private static final Codes<Symptom> SYMPTOMS = Codes.of(Symptom.class);
    private static final Codes<Limit> LIMITS = Codes.of(Limit.class);
    private static final Codes<Activity> ACTIVITIES = Codes.of(Activity.class);

    private final FieldReader fields = new FieldReader();
    private final Set<EventField> seen = EnumSet.noneOf(EventField.class);

    private String type = "";
    private String id = "";
    private String patient = "";
    private @Nullable OffsetDateTime at;
    private @Nullable OffsetDateTime start;
    private @Nullable OffsetDateTime end;
    private long version;
    private boolean retracted;
    private @Nullable Site site;
    private Side side = Side.UNKNOWN;
    private @Nullable Integer intensity;
    private Onset onset = Onset.UNKNOWN;
    private boolean flare;
    private Set<Symptom> symptoms = Set.of();
    private Set<Limit> limits = Set.of();
    private Activity activity = Activity.OTHER;
    private @Nullable Load load;
    private @Nullable Integer repetitions;
    private boolean worn = true;
    private @Nullable Lift lift;
    private @Nullable Exercise exercise;
    private @Nullable String source;

    /** Takes the value that the parser stands on, unless its name is none of a field; null counts as absent. */
    boolean take(String name, JsonParser parser) throws IOException {
        EventField field = EventField.find(name);
        if (field != null && parser.currentToken() != JsonToken.VALUE_NULL) {
            take(field, name, parser);
        }
        return field != null;
    }

    private void take(EventField field, String name, JsonParser parser) throws IOException {
        if (!seen.add(field)) {
            fields.violation(ErrorCode.DUPLICATE_FIELD, name, "is there twice; send each field once");
            parser.skipChildren();
            return;
        }
        try {
            read(field, name, parser);
        } catch (InvalidValue invalid) {
            invalid.violations().forEach(fields::violation);
        }
    }

    private void read(EventField field, String name, JsonParser parser) throws IOException {
        switch (field) {
            case TYPE -> type = fields.text(parser, name).orElse(type);
            case ID -> id = fields.text(parser, name).orElse(id);
            case PATIENT -> patient = fields.text(parser, name).orElse(patient);
            case AT -> at = fields.time(parser, name).orElse(null);
            case START -> start = fields.time(parser, name).orElse(null);
            case END -> end = fields.time(parser, name).orElse(null);
            case VERSION -> version = fields.whole(parser, name, Event.MAX_VERSION, ErrorCode.VERSION_OUT_OF_RANGE);
            case RETRACTED -> retracted = fields.flag(parser, name, retracted);
            case SITE -> site = fields.code(parser, name, SITES).orElse(null);
            case SIDE -> side = fields.code(parser, name, SIDES).orElse(side);
            case INTENSITY ->
                intensity = (int) fields.whole(parser, name, PainReport.WORST, ErrorCode.INTENSITY_OUT_OF_RANGE);
            case ONSET -> onset = fields.code(parser, name, ONSETS).orElse(onset);
            case FLARE -> flare = fields.flag(parser, name, flare);
            case SYMPTOMS -> symptoms = fields.codes(parser, name, Symptom.class, SYMPTOMS);
            case LIMITS -> limits = fields.codes(parser, name, Limit.class, LIMITS);
            case ACTIVITY -> activity = fields.code(parser, name, ACTIVITIES).orElse(activity);
            case LOAD -> load = BoutParts.load(parser, fields).orElse(null);
            case REPETITIONS ->
                repetitions = (int)
                        fields.whole(parser, name, ActivityBout.MOST_REPETITIONS, ErrorCode.REPETITIONS_OUT_OF_RANGE);
            case WORN -> worn = fields.flag(parser, name, worn);
            case LIFT -> lift = BoutParts.lift(parser, fields).orElse(null);
            case EXERCISE -> exercise = BoutParts.exercise(parser, fields).orElse(null);
            case SOURCE -> source = fields.text(parser, name).orElse(null);
        }
    }

    /** The event, or all that is wrong with it. */
    Reading finish() {
        return switch (type) {
            case EventField.PAIN_REPORT -> finish(EventField.OF_REPORT, this::report);
            case EventField.ACTIVITY_BOUT -> finish(EventField.OF_BOUT, this::bout);
            case "" ->
                seen.contains(EventField.TYPE)
                        ? new Reading.Bad(id, fields.violations(Set.of(EventField.TYPE)))
                        : bad(ErrorCode.MISSING_FIELD, "is required: pain-report or activity-bout");
            default -> bad(ErrorCode.UNKNOWN_TYPE, "must be pain-report or activity-bout");
        };
    }

    private Reading bad(ErrorCode code, String detail) {
        return new Reading.Bad(id, List.of(new Violation(code, "type", detail)));
    }

    private interface Construction {
        Event build();
    }

    private Reading finish(Set<EventField> own, Construction construction) {
        List<Violation> violations = new ArrayList<>(fields.violations(own));
        for (EventField field : own) {
            if (field.isRequired() && !seen.contains(field)) {
                violations.add(new Violation(ErrorCode.MISSING_FIELD, field.fieldName(), "is required"));
            }
        }
        if (!violations.isEmpty()) {
            return new Reading.Bad(id, violations);
        }
        try {
            return new Reading.Good(construction.build());
        } catch (InvalidValue invalid) {
            return new Reading.Bad(id, invalid.violations());
        }
    }

    private Event report() {
        PainReport.Builder report = PainReport.of(id, patient, required(at))
                .version(version)
                .retracted(retracted)
                .side(side)
                .onset(onset)
                .flare(flare)
                .symptoms(symptoms)
                .limits(limits);
        Optional.ofNullable(site).ifPresent(report::site);
        Optional.ofNullable(intensity).ifPresent(report::intensity);
        Optional.ofNullable(source).ifPresent(report::source);
        return report.build();
    }

    private Event bout() {
        ActivityBout.Builder bout = ActivityBout.of(id, patient, required(start), required(end))
                .version(version)
                .retracted(retracted)
                .activity(activity)
                .worn(worn);
        Optional.ofNullable(load).ifPresent(bout::load);
        Optional.ofNullable(repetitions).ifPresent(bout::repetitions);
        Optional.ofNullable(lift).ifPresent(bout::lift);
        Optional.ofNullable(exercise).ifPresent(bout::exercise);
        Optional.ofNullable(source).ifPresent(bout::source);
        return bout.build();
    }

    private static OffsetDateTime required(@Nullable OffsetDateTime time) {
        if (time == null) {
            throw new IllegalStateException("a required time was not read and not reported");
        }
        return time;
    }
}
