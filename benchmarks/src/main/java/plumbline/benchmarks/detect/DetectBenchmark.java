package plumbline.benchmarks.detect;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import plumbline.analytics.codec.DayCodec;
import plumbline.analytics.codec.HistoryCodec;
import plumbline.analytics.codec.LedgerCodec;
import plumbline.analytics.fold.Outcome;
import plumbline.analytics.history.History;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Ledger;
import plumbline.contract.json.EventReader;
import plumbline.contract.json.EventWriter;
import plumbline.contract.json.Reading;

/** One event of the reference patient, step by step; {@code event} is the whole of it on a chart in memory. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DetectBenchmark {

    /** Merge and, where the event matters, assess: the mean over whole days. */
    @Benchmark
    public Outcome event(Folded patient) {
        return patient.next();
    }

    @Benchmark
    public Reading decodeJson(Stored stored) {
        return EventReader.read(stored.json());
    }

    @Benchmark
    public byte[] encodeJson(Stored stored) {
        return EventWriter.write(stored.event());
    }

    @Benchmark
    public DayRecord decodeDay(Stored stored) {
        return DayCodec.decode(stored.date(), stored.day());
    }

    @Benchmark
    public byte[] encodeDay(Stored stored) {
        return DayCodec.encode(stored.dayRecord());
    }

    @Benchmark
    public History decodeHistory(Stored stored) {
        return HistoryCodec.decode(stored.history());
    }

    @Benchmark
    public Ledger decodeLedger(Stored stored) {
        return LedgerCodec.decode(stored.ledger());
    }
}
