package plumbline.notifier.console;

import java.util.List;
import java.util.Optional;
import plumbline.notifier.console.view.Card;

/**
 * What the first page shows.
 *
 * @param waiting what nobody has acknowledged
 * @param taken what somebody has
 * @param past what is about the past, and what was learnt of late
 * @param reviews how many of the past ones were learnt of late
 * @param position where the inbox stood when the page was made
 * @param next where to go on; absent at the end
 */
public record Triage(
        List<Card> waiting, List<Card> taken, List<Card> past, long reviews, String position, Optional<String> next) {

    public Triage {
        waiting = List.copyOf(waiting);
        taken = List.copyOf(taken);
        past = List.copyOf(past);
    }
}
