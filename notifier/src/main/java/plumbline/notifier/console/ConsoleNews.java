package plumbline.notifier.console;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.Attention;
import plumbline.contract.finding.Severity;
import plumbline.notifier.console.view.Card;
import plumbline.notifier.door.Visitor;
import plumbline.notifier.inbox.Changes;
import plumbline.notifier.inbox.Inbox;
import plumbline.notifier.inbox.Position;

/**
 * What an open page is told: the new content of each card that it may show, and how many alerts are there that it does not show. So the
 * list never moves under the reader.
 */
final class ConsoleNews implements Supplier<Optional<String>> {
    private final Inbox inbox;
    private final Pages pages;
    private final Visitor visitor;
    private final Position page;
    private final InstantSource clock;
    private long seen = -1;
    private Set<String> told = Set.of();

    /**
     * Wires.
     *
     * @param page where the inbox stood when the page was made
     */
    ConsoleNews(Inbox inbox, Pages pages, Visitor visitor, Position page, InstantSource clock) {
        this.inbox = inbox;
        this.pages = pages;
        this.visitor = visitor;
        this.page = page;
        this.clock = clock;
    }

    @Override
    public Optional<String> get() {
        Changes changes = seen < 0 ? inbox.changesSince(page) : inbox.changesSince(seen);
        if (changes.version() == seen) {
            return Optional.empty();
        }
        seen = changes.version();
        List<Alert> appeared = inbox.appearedSince(page).stream()
                .filter(visitor::sees)
                .filter(alert -> alert.attention() != Attention.DORMANT)
                .toList();
        Set<String> fresh = appeared.stream().map(Alert::id).collect(Collectors.toSet());
        String events = changes.alerts().stream()
                .filter(visitor::sees)
                .filter(alert -> !fresh.contains(alert.id()))
                .map(this::cardEvent)
                .collect(Collectors.joining());
        if (!fresh.equals(told)) {
            told = fresh;
            events += newsEvent(appeared);
        }
        return Optional.of(events).filter(text -> !text.isEmpty());
    }

    private String cardEvent(Alert alert) {
        return event("alert-" + alert.id(), pages.card(Card.of(alert, clock.instant(), visitor.form())));
    }

    private String newsEvent(List<Alert> appeared) {
        long emergencies = appeared.stream()
                .filter(alert -> alert.severity() == Severity.EMERGENCY)
                .count();
        return event("news", appeared.isEmpty() ? "" : pages.news(appeared.size(), (int) emergencies));
    }

    private static String event(String name, String html) {
        String data = html.lines().map(line -> "data: " + line + "\n").collect(Collectors.joining());
        return "event: " + name + "\n" + (data.isEmpty() ? "data:\n" : data) + "\n";
    }
}
