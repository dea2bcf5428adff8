package plumbline.notifier.desk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.CareAction;
import plumbline.notifier.inbox.Inbox;
import plumbline.notifier.inbox.Shown;

/**
 * Takes what people do to alerts, and answers when the inbox shows it: who acted reads their own deed. An action sent twice is answered
 * twice and done once.
 */
public final class FrontDesk {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDesk.class);

    private final Inbox inbox;
    private final CareActions actions;
    private final Duration patience;

    /**
     * Wires.
     *
     * @param patience how long an answer waits for the effect
     */
    public FrontDesk(Inbox inbox, CareActions actions, Duration patience) {
        this.inbox = inbox;
        this.actions = actions;
        this.patience = patience;
    }

    /**
     * Does it, unless it is based on an older revision.
     *
     * @param alert what the person may see now
     */
    public CompletableFuture<Deed> act(Alert alert, CareAction action) {
        Optional<Deed> before = inbox.history(alert.id()).stream()
                .filter(entry -> entry.action().filter(action.id()::equals).isPresent())
                .findFirst()
                .map(entry -> deed(new Shown(alert, entry)));
        if (before.isPresent()) {
            return CompletableFuture.completedFuture(before.get());
        }
        if (action.revision() != alert.revision()) {
            return CompletableFuture.completedFuture(
                    new Deed.Stale(alert, "The alert has changed since you read it; look at it again"));
        }
        return actions.publish(action)
                .thenCompose(kept -> shown(alert, action))
                .exceptionally(failure -> notKept(alert, failure));
    }

    private CompletableFuture<Deed> shown(Alert alert, CareAction action) {
        return inbox.await(alert.id(), action.id(), patience)
                .handle((shown, late) -> late == null
                        ? deed(shown)
                        : new Deed.Pending(inbox.find(alert.id()).orElse(alert)));
    }

    private static Deed deed(Shown shown) {
        return shown.isRefused() ? new Deed.Stale(shown.alert(), shown.entry().detail()) : new Deed.Done(shown.alert());
    }

    private static Deed notKept(Alert alert, Throwable failure) {
        LOG.warn("event=care-action-not-kept alert={}", alert.id(), failure);
        return new Deed.NotKept(alert);
    }
}
