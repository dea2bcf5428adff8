package plumbline.standalone.recording;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import plumbline.standalone.TestBroker;

/**
 * One recorded run for each seed, shared by all guarantees. {@code -Dplumbline.proof.runs} says how many,
 * {@code -Dplumbline.proof.seed} which the first seed is.
 */
public final class Recordings {
    /** A run mostly waits; more of them at once would be late for want of processors. */
    private static final int AT_ONCE = 3;

    private static final long FIRST =
            Long.getLong("plumbline.proof.seed", ThreadLocalRandom.current().nextLong(1_000_000));
    private static final int RUNS = Integer.getInteger("plumbline.proof.runs", 3);
    private static final Executor EXECUTOR = Executors.newFixedThreadPool(AT_ONCE, task -> {
        Thread thread = new Thread(task, "run");
        thread.setDaemon(true);
        return thread;
    });
    private static final Map<Long, CompletableFuture<History>> RECORDED = new ConcurrentHashMap<>();

    private Recordings() {}

    /** The seeds; all of them begin to be recorded. */
    public static LongStream seeds() {
        String broker = TestBroker.bootstrap();
        LongStream.range(FIRST, FIRST + RUNS)
                .forEach(seed -> RECORDED.computeIfAbsent(
                        seed, fresh -> CompletableFuture.supplyAsync(() -> Run.record(broker, fresh), EXECUTOR)));
        return LongStream.range(FIRST, FIRST + RUNS);
    }

    /** What happened in the run of a seed. */
    public static History of(long seed) {
        return RECORDED.get(seed).join();
    }

    /** How to repeat a run. */
    public static String again(long seed) {
        return "again with -Dplumbline.proof.runs=1 -Dplumbline.proof.seed=" + seed;
    }
}
