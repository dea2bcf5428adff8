package plumbline.notifier.desk;

import java.util.concurrent.CompletableFuture;
import plumbline.contract.alert.CareAction;

/** Where care actions are kept for casework to decide. */
@FunctionalInterface
public interface CareActions {

    /** Keeps an action; done when it is durable, failed when it is not known to be. */
    CompletableFuture<Void> publish(CareAction action);
}
