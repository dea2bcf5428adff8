package plumbline.ingest.directory;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.Json;
import plumbline.contract.patient.Erased;
import plumbline.contract.patient.ErasurePlace;
import plumbline.contract.patient.PatientProfile;

/**
 * Every patient's entry, and the newest erasure of each, in memory: some 500 bytes a patient. Safe for use by many threads. The same
 * record may be told twice, by the one who wrote it and by the topic; what is older than what is known changes nothing.
 */
public final class Directory {
    private final Map<String, Card> cards = new HashMap<>();
    private volatile boolean complete;

    /** What is known of one patient. */
    private static final class Card {
        private long offset = -1;
        private byte @Nullable [] entry;
        private String erasure = "";
        private @Nullable Instant requestedAt;
        private final Map<String, Map<ErasurePlace, Instant>> acknowledged = new HashMap<>(0);
    }

    /** Says that all that was there at the start has been taken. */
    void complete() {
        complete = true;
    }

    /** Whether this holds all that there is; before, an entry could be missing. */
    public boolean isComplete() {
        return complete;
    }

    /**
     * Takes an entry.
     *
     * @param offset of its record; records of one patient are in one partition
     */
    public synchronized void list(PatientProfile profile, long offset) {
        Card card = card(profile.id());
        if (offset > card.offset) {
            card.offset = offset;
            card.entry = Json.write(profile);
        }
    }

    /** Takes the end of an entry: the erasure that begins with it. */
    public synchronized void erase(String patient, String erasure, Instant at, long offset) {
        Card card = card(patient);
        if (offset > card.offset) {
            card.offset = offset;
            card.entry = null;
            begin(card, erasure, at);
        }
    }

    /** Takes a place's word that the data is gone from it. */
    public synchronized void acknowledge(Erased erased) {
        Card card = card(erased.patient());
        done(card, erased.erasure()).putIfAbsent(erased.place(), erased.at());
        if (card.requestedAt == null) {
            // The record that began it has been compacted away behind a later entry.
            begin(card, erased.erasure(), erased.at());
        }
    }

    private static void begin(Card card, String erasure, Instant at) {
        card.erasure = erasure;
        card.requestedAt = at;
        done(card, erasure).putIfAbsent(ErasurePlace.DIRECTORY, at);
    }

    private static Map<ErasurePlace, Instant> done(Card card, String erasure) {
        return card.acknowledged.computeIfAbsent(erasure, any -> new EnumMap<>(ErasurePlace.class));
    }

    /** A patient's entry as JSON. */
    public synchronized Optional<byte[]> find(String patient) {
        return Optional.ofNullable(cards.get(patient))
                .flatMap(card -> Optional.ofNullable(card.entry).map(byte[]::clone));
    }

    /** The newest erasure of a patient. */
    public synchronized Optional<Erasure> erasure(String patient) {
        return Optional.ofNullable(cards.get(patient))
                .flatMap(card -> Optional.ofNullable(card.requestedAt)
                        .map(at -> Erasure.of(patient, card.erasure, at, done(card, card.erasure))));
    }

    private Card card(String patient) {
        return cards.computeIfAbsent(patient, any -> new Card());
    }
}
