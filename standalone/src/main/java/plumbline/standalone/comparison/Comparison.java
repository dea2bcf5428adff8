package plumbline.standalone.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plumbline.contract.finding.FindingKind;

/**
 * What two policies say differently of the same events. Findings are the same when they are about the same patient, kind and region
 * and their days overlap; their ids differ.
 */
public final class Comparison {
    private final List<Pair> pairs = new ArrayList<>();

    /** The same under both policies, or under one alone. */
    private record Pair(Optional<Episode> one, Optional<Episode> other) {
        Episode any() {
            return one.or(() -> other).orElseThrow();
        }

        boolean isBoth() {
            return one.isPresent() && other.isPresent();
        }

        boolean differs() {
            return !isBoth() || !cell(one).equals(cell(other));
        }

        private static String cell(Optional<Episode> episode) {
            return episode.map(each -> each.openedOn() + " " + each.grade()).orElse("-");
        }
    }

    private Comparison(Findings one, Findings other) {
        List<Episode> left = new ArrayList<>(other.held());
        for (Episode episode : one.held()) {
            Optional<Episode> match = left.stream()
                    .filter(each -> each.subject().equals(episode.subject()) && each.overlaps(episode))
                    .findFirst();
            match.ifPresent(left::remove);
            pairs.add(new Pair(Optional.of(episode), match));
        }
        left.forEach(episode -> pairs.add(new Pair(Optional.empty(), Optional.of(episode))));
        pairs.sort(Comparator.comparing((Pair pair) -> pair.any().opened().patient())
                .thenComparing(pair -> pair.any().openedOn())
                .thenComparing(pair -> pair.any().opened().kind()));
    }

    /**
     * The difference as lines of text.
     *
     * @param one how the first policy is named
     * @param other how the other one is
     */
    public static List<String> lines(String one, Findings ofOne, String other, Findings ofOther) {
        return new Comparison(ofOne, ofOther).lines(one, other);
    }

    private List<String> lines(String one, String other) {
        List<Pair> differing = pairs.stream().filter(Pair::differs).toList();
        if (differing.isEmpty()) {
            return List.of("No difference");
        }
        List<String> lines = new ArrayList<>();
        lines.add("A is " + one + ", B is " + other + "; each with its opening day, severity and stage");
        lines.add("");
        lines.add(row("PATIENT", "KIND", "REGION", "A", "B"));
        differing.forEach(pair -> lines.add(row(
                pair.any().opened().patient(),
                pair.any().opened().kind().code(),
                region(pair.any()),
                Pair.cell(pair.one()),
                Pair.cell(pair.other()))));
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%-20s %9s %9s %9s %9s", "KIND", "ONLY A", "ONLY B", "OTHERWISE", "SAME"));
        Map<FindingKind, List<Pair>> byKind = new TreeMap<>();
        pairs.forEach(pair -> byKind.computeIfAbsent(pair.any().opened().kind(), any -> new ArrayList<>())
                .add(pair));
        byKind.forEach((kind, of) -> lines.add(count(kind.code(), of)));
        lines.add(count("total", pairs));
        return lines;
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-20s %-19s %-25s %-22s %s", (Object[]) cells)
                .stripTrailing();
    }

    private static String region(Episode episode) {
        Episode.Subject subject = episode.subject();
        return subject.site().map(site -> site.code() + ", ").orElse("")
                + subject.side().code();
    }

    private static String count(String name, List<Pair> of) {
        long onlyOne = of.stream().filter(pair -> pair.other().isEmpty()).count();
        long onlyOther = of.stream().filter(pair -> pair.one().isEmpty()).count();
        long otherwise =
                of.stream().filter(pair -> pair.isBoth() && pair.differs()).count();
        return String.format(
                Locale.ROOT,
                "%-20s %9d %9d %9d %9d",
                name,
                onlyOne,
                onlyOther,
                otherwise,
                of.size() - onlyOne - onlyOther - otherwise);
    }
}
