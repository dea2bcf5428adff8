package plumbline.analytics.codec;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plumbline.analytics.history.History;
import plumbline.analytics.history.Horizon;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.timeline.DayDigest;
import plumbline.analytics.timeline.Region;
import plumbline.contract.vocabulary.Measure;

/** Histories as bytes. The newest day stands at a fixed place, so that it can be read without the rest. */
public final class HistoryCodec {
    private static final int VERSION = 2;
    private static final Measure[] MEASURES = Measure.values();

    private HistoryCodec() {}

    @SuppressWarnings("EnumOrdinal") // Stored; a test pins the places.
    public static byte[] encode(History history) {
        Packer out = new Packer().octet(VERSION).fixed((int) history.newest().toEpochDay());
        long from = history.newest().toEpochDay();
        out.number(history.horizon().steps().size());
        for (Horizon.Step step : history.horizon().steps()) {
            out.number(step.acceptedAt().toEpochMilli())
                    .number(from - step.day().toEpochDay());
        }
        out.number(history.days().size());
        for (DayDigest day : history.days()) {
            out.number(from - day.date().toEpochDay())
                    .number(day.wornMinutes())
                    .number(day.movingMinutes())
                    .number(day.stillestMinutes())
                    .octet(day.symmetry().size());
            day.symmetry()
                    .forEach((measure, index) -> out.octet(measure.ordinal()).signed(index));
        }
        out.number(history.frozen().size());
        for (PainDay day : history.frozen()) {
            out.number(from - day.date().toEpochDay())
                    .number(day.region().code())
                    .octet(day.worst() + 1)
                    .number(day.sum())
                    .number(day.scores());
        }
        return out.bytes();
    }

    /** The newest day of an encoded history. */
    public static LocalDate newestDay(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        in.version(VERSION);
        return LocalDate.ofEpochDay(in.fixed());
    }

    public static History decode(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        int version = in.version(VERSION);
        LocalDate newest = LocalDate.ofEpochDay(in.fixed());
        Horizon horizon = version == 1 ? Horizon.of(newest, Instant.EPOCH) : horizon(in, newest);
        int size = in.whole();
        List<DayDigest> days = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            days.add(digest(in, newest, version));
        }
        int painDays = in.whole();
        List<PainDay> frozen = new ArrayList<>(painDays);
        for (int i = 0; i < painDays; i++) {
            LocalDate date = newest.minusDays(in.number());
            frozen.add(new PainDay(date, Region.ofCode(in.whole()), in.octet() - 1, in.whole(), in.whole()));
        }
        return new History(horizon, days, frozen);
    }

    private static Horizon horizon(Unpacker in, LocalDate newest) {
        int size = in.whole();
        List<Horizon.Step> steps = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            steps.add(new Horizon.Step(Instant.ofEpochMilli(in.number()), newest.minusDays(in.number())));
        }
        return new Horizon(steps);
    }

    private static DayDigest digest(Unpacker in, LocalDate newest, int version) {
        LocalDate date = newest.minusDays(in.number());
        int worn = in.whole();
        int moving = in.whole();
        int stillest = version == 1 ? 0 : in.whole();
        int measures = in.octet();
        Map<Measure, Integer> symmetry = new TreeMap<>();
        for (int i = 0; i < measures; i++) {
            symmetry.put(MEASURES[in.octet()], (int) in.signed());
        }
        return new DayDigest(date, worn, moving, stillest, symmetry);
    }
}
