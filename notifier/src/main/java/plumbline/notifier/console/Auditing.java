package plumbline.notifier.console;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpStatus;
import plumbline.contract.json.Json;
import plumbline.notifier.access.Access;
import plumbline.notifier.access.AccessBook;
import plumbline.notifier.console.view.Trail;
import plumbline.notifier.door.Visitor;

/** Shows who saw and did what: of the visitor's own team, or of all where they work for all. */
final class Auditing {
    private static final int MOST_SHOWN = 200;
    private static final int MOST_EXPORTED = 20_000;

    private final AccessBook book;
    private final Pages pages;

    Auditing(AccessBook book, Pages pages) {
        this.book = book;
        this.pages = pages;
    }

    void show(Exchange exchange, Visitor visitor) {
        Trail.Filter filter = filter(exchange);
        Optional<AccessBook.Check> check = exchange.parameter("check").map(asked -> book.check());
        Trail trail = Trail.of(book.newest(wanted(visitor, filter), MOST_SHOWN), filter, check, ZoneId.systemDefault());
        exchange.page(HttpStatus.OK_200, pages.audit(visitor, trail));
    }

    /** The entries as they are kept, one per line, with their seals. */
    void export(Exchange exchange, Visitor visitor) {
        String lines = book.newest(wanted(visitor, filter(exchange)), MOST_EXPORTED).stream()
                .map(entry -> new String(Json.write(entry), StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining());
        exchange.file("access-log.ndjson", "application/x-ndjson", lines);
    }

    private static Trail.Filter filter(Exchange exchange) {
        return new Trail.Filter(
                exchange.parameter("who").orElse("").strip(),
                exchange.parameter("what").orElse("").strip(),
                exchange.parameter("subject").orElse("").strip());
    }

    private static Predicate<Access> wanted(Visitor visitor, Trail.Filter filter) {
        return entry -> visitor.caller().worksFor(entry.team())
                && entry.who().toLowerCase(Locale.ROOT).contains(filter.who().toLowerCase(Locale.ROOT))
                && (filter.what().isEmpty() || entry.what().equals(filter.what()))
                && (filter.subject().isEmpty() || entry.subject().equals(filter.subject()));
    }
}
