package plumbline.notifier.desk;

import java.util.concurrent.CompletableFuture;
import plumbline.contract.alert.NudgeAnswer;
import plumbline.contract.team.CareTeam;

/** Where care teams, and what patients say to nudges, are kept. Done when it is durable, failed when it is not known to be. */
public interface Records {

    CompletableFuture<Void> publish(CareTeam team);

    CompletableFuture<Void> publish(NudgeAnswer answer);
}
