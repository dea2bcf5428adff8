package plumbline.contract.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Set;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Event;
import plumbline.contract.event.Lift;
import plumbline.contract.event.Load;
import plumbline.contract.event.PainReport;
import plumbline.contract.event.SidedLoad;
import plumbline.contract.event.WalkingAsymmetry;
import plumbline.contract.vocabulary.Code;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Side;

/** Writes events in their one canonical form: fields in a fixed order, defaults left out. Reading it back gives an equal event. */
public final class EventWriter {
    private static final int USUAL_SIZE = 320;

    private EventWriter() {}

    /** The event as UTF-8 JSON without a line break. */
    public static byte[] write(Event event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = JsonLimits.FACTORY.createGenerator(bytes)) {
            write(event, json);
        } catch (IOException impossible) {
            throw new IllegalStateException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    /** Writes the event as one object. */
    public static void write(Event event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (event instanceof PainReport report) {
            head(report, EventField.PAIN_REPORT, json);
            time("at", report.at(), json);
            versionOf(report, json);
            writeReport(report, json);
        } else if (event instanceof ActivityBout bout) {
            head(bout, EventField.ACTIVITY_BOUT, json);
            time("start", bout.start(), json);
            time("end", bout.end(), json);
            versionOf(bout, json);
            writeBout(bout, json);
        }
        if (event.source().isPresent()) {
            json.writeStringField("source", event.source().get());
        }
        json.writeEndObject();
    }

    private static void head(Event event, String type, JsonGenerator json) throws IOException {
        json.writeStringField("type", type);
        json.writeStringField("id", event.id());
        json.writeStringField("patient", event.patient());
    }

    private static void versionOf(Event event, JsonGenerator json) throws IOException {
        if (event.version() > 0) {
            json.writeNumberField("version", event.version());
        }
        if (event.retracted()) {
            json.writeBooleanField("retracted", true);
        }
    }

    private static void writeReport(PainReport report, JsonGenerator json) throws IOException {
        if (report.site().isPresent()) {
            json.writeStringField("site", report.site().get().code());
        }
        if (report.side() != Side.UNKNOWN) {
            json.writeStringField("side", report.side().code());
        }
        if (report.intensity().isPresent()) {
            json.writeNumberField("intensity", report.intensity().getAsInt());
        }
        if (report.onset() != Onset.UNKNOWN) {
            json.writeStringField("onset", report.onset().code());
        }
        if (report.flare()) {
            json.writeBooleanField("flare", true);
        }
        codes("symptoms", report.symptoms(), json);
        codes("limits", report.limits(), json);
    }

    private static void writeBout(ActivityBout bout, JsonGenerator json) throws IOException {
        json.writeStringField("activity", bout.activity().code());
        if (bout.load().isPresent()) {
            load(bout.load().get(), json);
        }
        if (bout.repetitions().isPresent()) {
            json.writeNumberField("repetitions", bout.repetitions().getAsInt());
        }
        if (!bout.worn()) {
            json.writeBooleanField("worn", false);
        }
        if (bout.lift().isPresent()) {
            lift(bout.lift().get(), json);
        }
        if (bout.exercise().isPresent()) {
            json.writeObjectFieldStart("exercise");
            json.writeStringField("name", bout.exercise().get().name());
            json.writeBooleanField("completed", bout.exercise().get().completed());
            json.writeEndObject();
        }
    }

    private static void load(Load load, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("load");
        json.writeStringField("measure", load.measure().code());
        if (load instanceof SidedLoad sided) {
            json.writeNumberField("left", sided.left());
            json.writeNumberField("right", sided.right());
        } else if (load instanceof WalkingAsymmetry unsigned) {
            json.writeNumberField("percent", unsigned.percent());
        }
        json.writeEndObject();
    }

    private static void lift(Lift lift, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("lift");
        json.writeNumberField("massKg", lift.massKg());
        json.writeNumberField("horizontalCm", lift.horizontalCm());
        json.writeNumberField("verticalCm", lift.verticalCm());
        json.writeNumberField("travelCm", lift.travelCm());
        json.writeNumberField("asymmetryDeg", lift.asymmetryDeg());
        json.writeNumberField("perMinute", lift.perMinute());
        json.writeEndObject();
    }

    private static void time(String field, OffsetDateTime value, JsonGenerator json) throws IOException {
        json.writeStringField(field, Rfc3339.format(value));
    }

    private static void codes(String field, Set<? extends Code> values, JsonGenerator json) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(field);
        for (Code value : values) {
            json.writeString(value.code());
        }
        json.writeEndArray();
    }
}
