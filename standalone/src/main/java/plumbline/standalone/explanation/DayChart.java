package plumbline.standalone.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import plumbline.contract.finding.EvidenceDay;
import plumbline.contract.finding.Finding;

/** The days of a finding, one a line: the pain as a bar, or the index beside the usual band. */
final class DayChart {
    /** Longer ones are shown from their end. */
    private static final int MOST_DAYS = 42;

    /** Columns on either side of an index of 0. */
    private static final int REACH = 20;

    private final Told told;
    private final Finding held;
    private final NavigableMap<LocalDate, EvidenceDay> days;

    DayChart(Told told) {
        this.told = told;
        this.held = told.held();
        this.days = new TreeMap<>(told.days());
        held.evidence().days().forEach(day -> days.put(day.date(), day));
    }

    List<String> lines() {
        if (days.values().stream()
                .allMatch(day -> day.worst().isEmpty() && day.index().isEmpty())) {
            return List.of("  No pain and no index of left and right belongs to this finding.");
        }
        LocalDate last = told.last().asOf().toLocalDate();
        LocalDate first = days.isEmpty() || days.firstKey().isAfter(held.since()) ? held.since() : start();
        List<String> lines = new ArrayList<>();
        boolean indexed = days.values().stream().anyMatch(day -> day.index().isPresent());
        lines.add(indexed ? scale() : "              0         10");
        LocalDate shown = last.minusDays(MOST_DAYS - 1L).isAfter(first) ? last.minusDays(MOST_DAYS - 1L) : first;
        if (shown.isAfter(first)) {
            lines.add("  ... " + (shown.toEpochDay() - first.toEpochDay()) + " earlier days");
        }
        for (LocalDate date = shown; !date.isAfter(last); date = date.plusDays(1)) {
            EvidenceDay day = days.get(date);
            String bar = indexed ? index(day) : pain(day);
            lines.add("  " + date + (counts(date) ? " *" : "  ") + bar);
        }
        lines.add("  * a day that counts" + (indexed ? "; : the usual band; o the day's index" : ""));
        return lines;
    }

    /** A week before it began, as far as there are days. */
    private LocalDate start() {
        LocalDate week = held.since().minusDays(7);
        LocalDate evidence = held.evidence().days().stream()
                .map(EvidenceDay::date)
                .min(LocalDate::compareTo)
                .orElse(week);
        LocalDate from = evidence.isBefore(week) ? evidence : week;
        return days.firstKey().isAfter(from) ? days.firstKey() : from;
    }

    private boolean counts(LocalDate date) {
        return held.evidence().days().stream().anyMatch(day -> day.date().equals(date));
    }

    private static String pain(@Nullable EvidenceDay day) {
        if (day == null) {
            return " - no report";
        }
        OptionalInt worst = day.worst();
        return worst.isEmpty()
                ? " reported without a score"
                : String.format(Locale.ROOT, "|%-10s %2d", "#".repeat(worst.getAsInt()), worst.getAsInt());
    }

    private double widest() {
        double widest = days.values().stream()
                .map(EvidenceDay::index)
                .flatMap(Optional::stream)
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        return Math.max(10, Math.ceil(widest / 10) * 10);
    }

    private boolean rightIsGreater() {
        return held.measure()
                .filter(told.policy().leftRight().measures()::containsKey)
                .map(measure -> told.policy().leftRight().limits(measure).greaterIsHeavier())
                .orElse(true);
    }

    private String scale() {
        String most = NumberTable.plain(widest());
        String less = rightIsGreater() ? "-" : "+";
        String more = rightIsGreater() ? "+" : "-";
        return String.format(
                Locale.ROOT, "%14s%-20s0%20s", "", less + most + " left more", "right more " + more + most);
    }

    private String index(@Nullable EvidenceDay day) {
        StringBuilder line = new StringBuilder(" ".repeat(2 * REACH + 1));
        Double usual = held.evidence().numbers().get("baseline");
        Double band = held.evidence().numbers().get("changeNeeded");
        if (usual != null) {
            double half = band == null ? 0 : band;
            for (int at = column(usual - half, usual + half); at <= column(usual + half, usual - half); at++) {
                line.setCharAt(at, ':');
            }
        }
        line.setCharAt(REACH, '|');
        Optional<Double> index = day == null ? Optional.empty() : day.index();
        index.ifPresent(value -> line.setCharAt(column(value, value), 'o'));
        String value =
                index.map(each -> String.format(Locale.ROOT, "%6.1f", each)).orElse("     -");
        String worst =
                day != null && day.worst().isPresent() ? " " + day.worst().getAsInt() : "";
        return line + value + (worst.isEmpty() ? "" : "  pain" + worst);
    }

    /** Where the first value stands; where the other does when right is the lesser. */
    private int column(double value, double mirrored) {
        double shown = rightIsGreater() ? value : -mirrored;
        return (int) Math.max(0, Math.min(2 * REACH, Math.round(REACH + REACH * shown / widest())));
    }
}
