package plumbline.notifier.console.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.notifier.access.Access;
import plumbline.notifier.access.AccessBook;
import plumbline.notifier.access.AccessKind;

/**
 * What the page of the access log shows.
 *
 * @param check what came of checking the seals, in words; empty where nobody asked
 * @param intact whether that found no fault
 */
public record Trail(List<Line> lines, Filter filter, List<String> check, boolean intact) {
    private static final int REFUSED = 400;

    public Trail {
        lines = List.copyOf(lines);
        check = List.copyOf(check);
    }

    /** What is looked for; empty for everything. */
    public record Filter(String who, String what, String subject) {
        /** As the parameters of an address. */
        public String query() {
            return "who=" + encoded(who) + "&what=" + encoded(what) + "&subject=" + encoded(subject);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /**
     * A row of it.
     *
     * @param alert whether the subject is an alert that has a page
     */
    public record Line(
            String at,
            String iso,
            String who,
            String team,
            String what,
            String subject,
            boolean alert,
            String answer) {}

    /** Something that can be looked for. */
    public record Choice(String code, String words, boolean chosen) {}

    /** Puts entries into words; times are told in this zone. */
    public static Trail of(List<Access> entries, Filter filter, Optional<AccessBook.Check> check, ZoneId zone) {
        return new Trail(
                entries.stream().map(entry -> line(entry, zone)).toList(),
                filter,
                check.map(Trail::words).orElse(List.of()),
                check.filter(done -> !done.faults().isEmpty()).isEmpty());
    }

    private static List<String> words(AccessBook.Check check) {
        return check.faults().isEmpty()
                ? List.of("All " + check.entries() + " entries are as they were written, and none is missing.")
                : check.faults();
    }

    private static Line line(Access entry, ZoneId zone) {
        boolean alert = entry.what().equals(AccessKind.ALERT_SEEN.code())
                || entry.what().equals(AccessKind.HISTORY_SEEN.code())
                || entry.what().equals(AccessKind.ACTED.code());
        return new Line(
                Words.shortMoment(entry.at(), zone),
                entry.at().toString(),
                entry.who(),
                entry.team(),
                Words.sentence(entry.what()),
                entry.subject(),
                alert && !entry.subject().isEmpty(),
                entry.status() < REFUSED ? "Yes" : "Refused, " + entry.status());
    }

    /** What can be looked for. */
    public List<Choice> choices() {
        return Stream.of(AccessKind.values())
                .map(kind -> new Choice(
                        kind.code(), Words.sentence(kind.code()), kind.code().equals(filter.what())))
                .toList();
    }
}
