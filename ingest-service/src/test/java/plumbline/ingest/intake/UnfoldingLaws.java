package plumbline.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import plumbline.ingest.intake.Envelope.Fault;
import plumbline.ingest.intake.Envelope.Opened;
import plumbline.ingest.intake.Envelope.Unreadable;

/** A body that is read while it arrives is read as it would be read whole, wherever it was cut. */
class UnfoldingLaws {
    private static final Set<Fault> BROKEN = EnumSet.of(Fault.MALFORMED_BODY, Fault.NOT_EVENTS);

    private static final String EVENT = "{\"type\":\"pain-report\",\"id\":\"a\",\"patient\":\"p-1\","
            + "\"at\":\"2026-11-20T07:30:00+01:00\",\"intensity\":6,\"source\":\"a,]}\\\"\\\\\",\"x\":[{\"y\":[1,\"}\"]}]}";
    private static final String CLOUD_EVENT =
            "{\"specversion\":\"1.0\",\"id\":\"c\",\"source\":\"/]},\",\"type\":\"x\",\"data\":" + EVENT + "}";
    private static final String[] BODIES = {
        "[" + EVENT + "," + EVENT.replace("6", "11") + ",5,\"a\",[],null]",
        " \n[ " + EVENT + " , " + EVENT + " ] ",
        "[]",
        "[" + EVENT + "]x",
        "[" + EVENT + ",]",
        "[," + EVENT + "]",
        "[" + EVENT + EVENT + "]",
        "[" + EVENT + "}",
        "[[[[" + EVENT + "]]]]",
        "{\"events\":[" + EVENT + "," + EVENT + "]}",
        "{\"x\":[\"events\"],\"y\":{\"events\":[1]},\"events\" : [" + EVENT + "],\"z\":[1]}",
        "{\"x\":\"events\",\"events\":[],\"events\":[" + EVENT + "]}",
        "{\"events\":[" + EVENT + "],\"events\":[" + EVENT + "]}",
        "{\"\\u0065vents\":[" + EVENT + "]}",
        "{\"events\":[" + EVENT + "]",
        "{\"events\":[" + EVENT + "]}}",
        "{\"events\":[" + EVENT + "],}",
        "{\"events\":5}",
        "{:\"events\":[" + EVENT + "]}",
        "{\"type\":\"x\",\"events\":[" + EVENT + "]}",
        EVENT.replace("\"x\"", "\"events\""),
        EVENT,
        "[" + CLOUD_EVENT + "," + CLOUD_EVENT.replace("1.0", "0.3") + ",5,[],{\"id\":\"a,]\"}]",
        "{\"events\":[" + CLOUD_EVENT + "]}",
        CLOUD_EVENT,
        EVENT + "\n" + EVENT.replace("6", "11") + "\r\n \n[\n{}x\n" + EVENT,
        "\n\n",
        ""
    };

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.of(BODIES);
    }

    @Provide
    Arbitrary<BodyFormat> formats() {
        return Arbitraries.of(BodyFormat.JSON, BodyFormat.LINES, BodyFormat.CLOUD_EVENTS);
    }

    @Property(tries = 3_000)
    void readsAlikeWhereverABodyIsCut(
            @ForAll("bodies") String body, @ForAll("formats") BodyFormat format, @ForAll long seed) {
        check(body.getBytes(StandardCharsets.UTF_8), format, new Random(seed));
    }

    @Property(tries = 4_000)
    void readsAlikeWithWrongBytes(
            @ForAll("bodies") String body, @ForAll("formats") BodyFormat format, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) "[]{},:\"\\ \n09ae\ufffd".charAt(random.nextInt(15));
        }
        check(random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes, format, random);
    }

    private static void check(byte[] body, BodyFormat format, Random random) {
        Envelope whole = format.open(body, body.length);

        Envelope unfolded = unfold(format.unfold().orElseThrow(), body, random);

        if (whole instanceof Opened) {
            assertThat(unfolded).isEqualTo(whole);
        } else {
            assertThat(unfolded).isInstanceOf(Unreadable.class);
            Fault expected = ((Unreadable) whole).fault();
            // Of several faults the whole body may show another one first; the answer is 400 for either.
            assertThat(((Unreadable) unfolded).fault()).isIn(BROKEN.contains(expected) ? BROKEN : EnumSet.of(expected));
        }
    }

    private static Envelope unfold(Unfolding unfolding, byte[] body, Random random) {
        for (int start = 0; start < body.length; ) {
            int length = 1 + random.nextInt(Math.min(body.length - start, 1 + random.nextInt(400)));
            Optional<Unreadable> fault = unfolding.take(body, start, length);
            if (fault.isPresent()) {
                return fault.get();
            }
            start += length;
            assertThat(unfolding.kept()).isLessThanOrEqualTo(start);
        }
        return unfolding.end();
    }
}
