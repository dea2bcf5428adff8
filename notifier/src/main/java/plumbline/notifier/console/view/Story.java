package plumbline.notifier.console.view;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.finding.EvidenceDay;

/** What the page of one alert shows beside the alert: its days and its history, the newest entry first. */
public record Story(List<Chart> charts, List<Day> days, List<Line> lines, String asOf) {

    public Story {
        charts = List.copyOf(charts);
        days = List.copyOf(days);
        lines = List.copyOf(lines);
    }

    /** A row of the table of days. */
    public record Day(String date, String worst, String mean, String index) {}

    /** A row of the history. */
    public record Line(String at, String iso, String what, String actor, String detail) {}

    /** Puts them into words; times are told in this zone. */
    public static Story of(Alert alert, List<AlertEntry> history, ZoneId zone) {
        List<EvidenceDay> days = alert.finding().evidence().days();
        return new Story(
                Stream.of(Chart.pain(days), Chart.index(days))
                        .flatMap(chart -> chart.stream())
                        .toList(),
                days.stream().map(Story::day).toList(),
                history.stream()
                        .sorted((one, other) -> Long.compare(other.sequence(), one.sequence()))
                        .map(entry -> line(entry, zone))
                        .toList(),
                Words.moment(
                        alert.finding().asOf().toInstant(),
                        alert.finding().asOf().getOffset()));
    }

    /** Whether any day has a pain. */
    public boolean hasPain() {
        return days.stream().anyMatch(day -> !day.worst.isEmpty());
    }

    /** Whether any day has a symmetry index. */
    public boolean hasIndex() {
        return days.stream().anyMatch(day -> !day.index.isEmpty());
    }

    private static Day day(EvidenceDay day) {
        return new Day(
                Words.day(day.date()),
                day.worst().isPresent() ? Integer.toString(day.worst().getAsInt()) : "",
                day.mean().map(NumberWords::plain).orElse(""),
                day.index().map(index -> NumberWords.plain(index) + " %").orElse(""));
    }

    private static Line line(AlertEntry entry, ZoneId zone) {
        return new Line(
                Words.shortMoment(entry.at(), zone),
                entry.at().toString(),
                Words.sentence(entry.what()),
                entry.actor(),
                entry.detail());
    }
}
