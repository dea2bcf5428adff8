package plumbline.analytics.codec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.analytics.effort.Effort;
import plumbline.analytics.effort.Efforts;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.LoadEntry;
import plumbline.analytics.timeline.Loads;
import plumbline.analytics.timeline.Moment;
import plumbline.analytics.timeline.Strip;

/** Day records as bytes. The date is not in them: it is part of the key. Version 1 kept neither which bout a load belongs to, nor efforts. */
@SuppressWarnings("EnumOrdinal") // Stored; a test pins the places.
public final class DayCodec {
    private static final int VERSION = 2;
    private static final Effort.Kind[] KINDS = Effort.Kind.values();

    private DayCodec() {}

    public static byte[] encode(DayRecord day) {
        Packer out = new Packer().octet(VERSION);
        out.flag(day.newest().isPresent());
        day.newest().ifPresent(moment -> out.number(moment.second()).signed(moment.offset()));
        Strip strip = day.strip();
        out.number(strip.runs());
        for (int run = 0; run < strip.runs(); run++) {
            out.number(strip.length(run)).number(strip.claim(run));
        }
        out.number(day.loads().entries().size());
        int minute = 0;
        for (LoadEntry entry : day.loads().entries()) {
            out.octet(entry.event() >>> 16)
                    .octet(entry.event() >>> 8)
                    .octet(entry.event())
                    .number(entry.minute() - minute)
                    .octet((entry.measure() << 1) | (entry.retracted() ? 1 : 0))
                    .number(entry.version())
                    .signed(entry.index())
                    .number(entry.seconds());
            minute = entry.minute();
        }
        out.number(day.efforts().all().size());
        for (Effort effort : day.efforts().all()) {
            out.octet(effort.event() >>> 16)
                    .octet(effort.event() >>> 8)
                    .octet(effort.event())
                    .number(effort.minute())
                    .octet((effort.kind().ordinal() << 1) | (effort.retracted() ? 1 : 0))
                    .number(effort.version())
                    .number(effort.amount())
                    .number(effort.minutes());
        }
        return out.bytes();
    }

    public static DayRecord decode(LocalDate date, byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        int version = in.version(VERSION);
        Optional<Moment> newest =
                in.flag() ? Optional.of(new Moment(date, in.whole(), (int) in.signed())) : Optional.empty();
        int runs = in.whole();
        Strip.Weave weave = new Strip.Weave(runs);
        for (int run = 0; run < runs; run++) {
            weave.add(in.whole(), in.number());
        }
        int size = in.whole();
        List<LoadEntry> entries = new ArrayList<>(size);
        int minute = 0;
        for (int i = 0; i < size; i++) {
            int event = version < 2 ? 0 : event(in);
            minute += in.whole();
            int head = in.octet();
            entries.add(new LoadEntry(
                    event, minute, head >> 1, in.number(), (head & 1) == 1, (int) in.signed(), in.whole()));
        }
        return new DayRecord(weave.strip(), new Loads(entries), version < 2 ? Efforts.NONE : efforts(in), newest);
    }

    private static Efforts efforts(Unpacker in) {
        int size = in.whole();
        List<Effort> efforts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int event = event(in);
            int minute = in.whole();
            int head = in.octet();
            efforts.add(
                    new Effort(event, minute, KINDS[head >> 1], in.number(), (head & 1) == 1, in.whole(), in.whole()));
        }
        return new Efforts(efforts);
    }

    private static int event(Unpacker in) {
        return (in.octet() << 16) | (in.octet() << 8) | in.octet();
    }
}
