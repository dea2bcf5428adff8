package plumbline.notifier.api;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.json.Json;
import plumbline.notifier.inbox.Changes;
import plumbline.notifier.inbox.Inbox;
import plumbline.notifier.inbox.Position;

/**
 * What a program is told over a stream: the newest state of every alert that changed. It begins with the open alerts, or after the
 * position of an earlier stream. The last event of a piece carries the position, so that a piece cut short is told again.
 */
final class AlertNews implements Supplier<Optional<String>> {
    private final Inbox inbox;
    private final Predicate<Alert> visible;
    private final Optional<Position> resume;
    private long seen = -1;

    AlertNews(Inbox inbox, Predicate<Alert> visible, Optional<Position> resume) {
        this.inbox = inbox;
        this.visible = visible;
        this.resume = resume;
    }

    @Override
    public Optional<String> get() {
        boolean first = seen < 0;
        Changes changes = first ? inbox.changesSince(resume.orElse(Position.START)) : inbox.changesSince(seen);
        seen = changes.version();
        List<Alert> news = changes.alerts().stream()
                .filter(visible)
                .filter(alert -> !first || resume.isPresent() || alert.status() != AlertStatus.RESOLVED)
                .toList();
        return news.isEmpty() ? Optional.empty() : Optional.of(events(news, changes.position()));
    }

    private static String events(List<Alert> alerts, Position position) {
        StringBuilder events = new StringBuilder();
        for (Iterator<Alert> each = alerts.iterator(); each.hasNext(); ) {
            String json = new String(Json.write(each.next()), StandardCharsets.UTF_8);
            events.append("event: alert\n");
            if (!each.hasNext()) {
                events.append("id: ").append(position.text()).append('\n');
            }
            events.append("data: ").append(json).append("\n\n");
        }
        return events.toString();
    }
}
