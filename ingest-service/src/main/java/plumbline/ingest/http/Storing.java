package plumbline.ingest.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Components;
import org.eclipse.jetty.util.thread.Scheduler;
import plumbline.contract.check.ErrorCode;
import plumbline.ingest.intake.Batch;
import plumbline.ingest.intake.Envelope;
import plumbline.ingest.publish.Publication;

/** The storing of one request's events, and the answer once all of them have their receipts or time is up. */
final class Storing {
    /** Answers about more events than this are written off the thread that brings the receipts. */
    private static final int SMALL = 1_000;

    private final EventsEndpoint home;
    private final Components components;
    private final Terms terms;
    private final Reply reply;
    private long begun;
    private volatile Scheduler.Task deadline = () -> false;

    Storing(EventsEndpoint home, Components components, Terms terms, Reply reply) {
        this.home = home;
        this.components = components;
        this.terms = terms;
        this.reply = reply;
    }

    /** Judges what was read, and stores what is good. */
    void begin(Envelope.Opened opened, int bodyBytes) {
        begun = System.nanoTime();
        int size = opened.readings().size();
        if (!reply.share().holdEvents(size)) {
            reply.send(Reply.overloaded());
            return;
        }
        home.meters().opened(size, bodyBytes);
        Instant now = home.clock().instant();
        Batch batch = Batch.judge(opened, terms.caller()::speaksFor, now);
        if (batch.accepted().isEmpty()) {
            answer(batch);
            return;
        }
        Publication publication = new Publication(batch.accepted().size(), done -> settle(batch, done));
        deadline = components
                .getScheduler()
                .schedule(publication::expire, home.bounds().acknowledgement().toMillis(), TimeUnit.MILLISECONDS);
        home.log().append(batch.accepted(), now, publication);
    }

    private void settle(Batch batch, Publication publication) {
        deadline.cancel();
        home.meters().acknowledged(Duration.ofNanos(System.nanoTime() - begun));
        Executor thread = batch.size() > SMALL ? components.getExecutor() : Runnable::run;
        thread.execute(() -> {
            try {
                answer(batch.settle(publication::loss));
            } catch (RuntimeException | Error mistake) {
                reply.fail(mistake);
            }
        });
    }

    private void answer(Batch batch) {
        home.meters().settled(batch);
        boolean isLost = batch.rejections().containsKey(ErrorCode.NOT_STORED);
        if (isLost && (batch.form().isAllOrNothing() || batch.accepted().isEmpty())) {
            reply.send(Reply.notStored());
        } else {
            reply.send(Told.of(batch, terms.verbose()));
        }
    }
}
