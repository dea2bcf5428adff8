package plumbline.notifier.access;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.chassis.auth.Caller;

/** Writes one chain of the access log. Nobody waits for it: a reader is not turned away because Kafka is, but a gap shows. */
public final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    private final String chain;
    private final Store store;
    private final InstantSource clock;
    private long sequence;
    private String seal = "";

    /** Where entries are kept, in the order in which they are given. */
    @FunctionalInterface
    public interface Store {
        CompletableFuture<Void> publish(Access entry);
    }

    /**
     * Wires.
     *
     * @param chain a name that no other run has
     */
    public AccessLog(String chain, Store store, InstantSource clock) {
        this.chain = chain;
        this.store = store;
        this.clock = clock;
    }

    /** Notes what somebody saw or did, and how it was answered. */
    public synchronized void note(Caller who, AccessKind what, String subject, int status) {
        Access entry = new Access(
                        chain,
                        ++sequence,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        who.subject(),
                        who.team().orElse(""),
                        what.code(),
                        subject,
                        status,
                        seal,
                        "")
                .sealed();
        seal = entry.seal();
        var unused = store.publish(entry).whenComplete((kept, failure) -> {
            if (failure != null) {
                LOG.error("event=access-entry-lost chain={} sequence={}", chain, entry.sequence(), failure);
            }
        });
    }
}
