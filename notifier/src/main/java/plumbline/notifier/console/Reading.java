package plumbline.notifier.console;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpStatus;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.alert.Attention;
import plumbline.notifier.console.view.Card;
import plumbline.notifier.console.view.Story;
import plumbline.notifier.door.Visitor;
import plumbline.notifier.inbox.Inbox;
import plumbline.notifier.inbox.Position;
import plumbline.notifier.inbox.Slice;
import plumbline.notifier.inbox.TriageKey;

/** Shows alerts: all open ones, or one. */
final class Reading {
    private static final int MOST_CARDS = 50;

    private final Inbox inbox;
    private final Pages pages;
    private final InstantSource clock;

    Reading(Inbox inbox, Pages pages, InstantSource clock) {
        this.inbox = inbox;
        this.pages = pages;
        this.clock = clock;
    }

    /** The alert, where the visitor may see it. */
    Optional<Alert> find(Visitor visitor, String id) {
        return inbox.find(id).filter(visitor::sees);
    }

    void triage(Exchange exchange, Visitor visitor) {
        Position position = inbox.position();
        Optional<TriageKey> after = exchange.parameter("after").flatMap(TriageKey::parse);
        Slice present = open(visitor, alert -> alert.attention() == Attention.ACTIVE, after);
        List<Alert> past = after.isPresent()
                ? List.of()
                : open(visitor, alert -> alert.attention() != Attention.ACTIVE, Optional.empty())
                        .alerts();
        Triage triage = new Triage(
                cards(visitor, present.alerts(), alert -> alert.status() == AlertStatus.OPEN),
                cards(visitor, present.alerts(), alert -> alert.status() != AlertStatus.OPEN),
                cards(visitor, past, alert -> true),
                past.stream()
                        .filter(alert -> alert.attention() == Attention.REVIEW)
                        .count(),
                position.text(),
                present.next().map(TriageKey::text));
        exchange.page(HttpStatus.OK_200, pages.triage(visitor, triage));
    }

    private Slice open(Visitor visitor, Predicate<Alert> wanted, Optional<TriageKey> after) {
        return inbox.page(
                alert -> alert.status() != AlertStatus.RESOLVED && visitor.sees(alert) && wanted.test(alert),
                after,
                MOST_CARDS);
    }

    private List<Card> cards(Visitor visitor, List<Alert> alerts, Predicate<Alert> wanted) {
        Instant now = clock.instant();
        return alerts.stream()
                .filter(wanted)
                .map(alert -> Card.of(alert, now, visitor.form()))
                .toList();
    }

    void alert(Exchange exchange, Visitor visitor, String id) {
        Optional<Alert> alert = find(visitor, id);
        if (alert.isPresent()) {
            alert(exchange, visitor, HttpStatus.OK_200, Card.of(alert.get(), clock.instant(), visitor.form()));
        } else {
            absent(exchange);
        }
    }

    /** The page of one alert, with this card of it. */
    void alert(Exchange exchange, Visitor visitor, int status, Card card) {
        Position position = inbox.position();
        Optional<Alert> alert = find(visitor, card.id());
        if (alert.isEmpty()) {
            absent(exchange);
            return;
        }
        Story story = Story.of(alert.get(), inbox.history(card.id()), ZoneId.systemDefault());
        exchange.page(status, pages.alert(visitor, position.text(), card, story));
    }

    void absent(Exchange exchange) {
        String text = "There is no such alert for your team. It may have been erased.";
        exchange.page(HttpStatus.NOT_FOUND_404, pages.message("No such alert", text));
    }
}
