package plumbline.standalone.foreign;

import java.util.ArrayList;
import java.util.List;
import plumbline.standalone.preflight.Obstacle;
import plumbline.standalone.replay.Line;
import plumbline.standalone.replay.Rejection;

/** Events on their way to a recipient, and what was not taken of them. */
final class Outbox {
    private static final int BATCH = 500;

    /** Beyond these, rejections are only counted. */
    private static final int KEPT = 1_000;

    private final Recipient recipient;
    private final List<Rejection> kept = new ArrayList<>();
    private List<Line> waiting = new ArrayList<>();
    private long events;
    private long rejected;

    Outbox(Recipient recipient) {
        this.recipient = recipient;
    }

    /** How many events there were so far, good or bad. */
    long events() {
        return events;
    }

    /** How many of them were not left waiting. */
    long handed() {
        return events - waiting.size();
    }

    long rejected() {
        return rejected;
    }

    /** The first thousand of the rejected events. */
    List<Rejection> kept() {
        return List.copyOf(kept);
    }

    void add(Line event) {
        events++;
        waiting.add(event);
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    /** Notes an event that nobody needs to be asked about. */
    void refuse(Rejection rejection) {
        events++;
        note(rejection);
    }

    /** Hands over what waits. */
    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            recipient.take(waiting).forEach(this::note);
            waiting = new ArrayList<>();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Obstacle("interrupted");
        }
    }

    private void note(Rejection rejection) {
        rejected++;
        if (kept.size() < KEPT) {
            kept.add(rejection);
        }
    }
}
