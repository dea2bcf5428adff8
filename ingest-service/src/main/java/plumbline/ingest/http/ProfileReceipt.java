package plumbline.ingest.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import plumbline.ingest.publish.ProfileLog;

/** Waits for the acknowledgement of one record of the directory, and answers that it is not stored where none comes in time. */
abstract class ProfileReceipt implements ProfileLog.Receipt {
    private final Reply reply;
    private final Scheduler.Task deadline;

    ProfileReceipt(Request request, Reply reply) {
        this.reply = reply;
        this.deadline = request.getComponents()
                .getScheduler()
                .schedule(this::lost, PatientsEndpoint.BOUNDS.acknowledgement().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Answers what is stored at this offset. */
    abstract void told(long offset);

    @Override
    public final void stored(long offset) {
        deadline.cancel();
        try {
            told(offset);
        } catch (RuntimeException | Error mistake) {
            reply.fail(mistake);
        }
    }

    @Override
    public final void lost() {
        deadline.cancel();
        reply.send(PatientsEndpoint.notStored());
    }
}
