package plumbline.notifier.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import plumbline.chassis.auth.Caller;
import plumbline.contract.json.Json;

class AccessBookTest {
    private static final Caller NURSE = new Caller("nurse", Set.of(), Optional.empty(), Optional.of("default"));

    private final List<Access> written = new ArrayList<>();
    private final AccessLog log = new AccessLog(
            "run-1",
            entry -> {
                written.add(entry);
                return CompletableFuture.completedFuture(null);
            },
            InstantSource.fixed(Instant.parse("2026-11-24T09:30:00Z")));

    private AccessBook.Check check() {
        AccessBook book = new AccessBook();
        written.forEach(book::add);
        return book.check();
    }

    private void writeThree() {
        log.note(NURSE, AccessKind.ALERT_SEEN, "a", 200);
        log.note(NURSE, AccessKind.ACTED, "a", 409);
        log.note(NURSE, AccessKind.SIGNED_OUT, "", 303);
    }

    @Test
    void findsNoFaultInWhatWasWritten() {
        writeThree();

        assertThat(check()).isEqualTo(new AccessBook.Check(3, List.of()));
    }

    @Test
    void findsAnEntryThatWasChanged() {
        writeThree();
        Access honest = written.get(1);
        written.set(
                1,
                new Access(
                        honest.chain(),
                        honest.sequence(),
                        honest.at(),
                        "somebody else",
                        honest.team(),
                        honest.what(),
                        honest.subject(),
                        honest.status(),
                        honest.previous(),
                        honest.seal()));

        assertThat(check().faults()).containsExactly("entry 2 of chain run-1 was changed");
    }

    @Test
    void findsAnEntryThatIsMissing() {
        writeThree();
        written.remove(1);

        assertThat(check().faults()).singleElement().asString().contains("between 1 and entry 3", "missing");
    }

    @Test
    void findsAnEntryThatWasChangedAndSealedAnew() {
        writeThree();
        Access honest = written.get(0);
        written.set(
                0,
                new Access(
                                honest.chain(),
                                honest.sequence(),
                                honest.at(),
                                honest.who(),
                                honest.team(),
                                honest.what(),
                                "another alert",
                                honest.status(),
                                honest.previous(),
                                "")
                        .sealed());

        assertThat(check().faults()).singleElement().asString().contains("between 1 and entry 2");
    }

    @Test
    void trustsTheFirstEntryThatIsStillKept() {
        writeThree();
        written.remove(0);

        assertThat(check().faults()).isEmpty();
    }

    @Test
    void takesWhatItWroteFromItsTopicAndPassesOverTheRest() {
        writeThree();
        AccessBook book = new AccessBook();
        book.take(new ConsumerRecord<>("t", 0, 0, "run-1", Json.write(written.get(0))));
        book.take(new ConsumerRecord<>("t", 0, 1, "run-1", new byte[] {'{'}));
        book.take(new ConsumerRecord<>("t", 0, 2, "run-1", null));
        book.take(new ConsumerRecord<>("t", 0, 3, "run-1", Json.write(written.get(1))));

        assertThat(book.newest(entry -> true, 10)).containsExactlyInAnyOrder(written.get(0), written.get(1));
        assertThat(book.check().faults()).isEmpty();
    }
}
