package plumbline.standalone.explanation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The numbers of a finding with readable names, each beside what it had to reach. */
final class NumberTable {
    /** What a number means. */
    private record Row(String label, String relation, List<String> thresholds) {}

    private static final Map<String, Row> ROWS = rows();

    private NumberTable() {}

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        row(rows, "intensity", "Pain in the newest report, 0-10", "at least", "suddenFrom");
        row(rows, "limitingFrom", "Or pain that limits the patient, from", "");
        row(rows, "reports", "Reports of this kind", "");
        row(rows, "saidSo", "The patient calls it a flare", "");
        row(rows, "painDays", "Days of pain", "opens with", "painDaysNeeded", "daysNeeded");
        row(rows, "windowDays", "Days looked at together", "");
        row(rows, "painFrom", "Pain that makes a day one of pain, 0-10", "");
        row(rows, "spanDaysNeeded", "Calendar days that they must span", "");
        row(rows, "worst", "Worst pain, 0-10", "at least", "severeFrom");
        row(rows, "lastedDays", "Days since it began, to the last day of pain", "next stage", "nextStageAfterDays");
        row(rows, "weekMedian", "Middle pain of the last week", "");
        row(rows, "monthMedian", "Middle pain of the last four weeks", "");
        row(rows, "pointsNeeded", "Points of difference that count", "");
        row(rows, "shareNeeded", "Or a share of the first days' pain", "");
        row(rows, "relapses", "Times it came back after days without", "");
        row(rows, "daysSinceResolved", "Days since the earlier episode was over", "");
        row(rows, "silentHoursNeeded", "Hours of silence that count", "");
        row(rows, "reportedDays", "Days with any report", "at least", "reportedDaysNeeded");
        row(rows, "median", "Middle index of the last days, %", "beyond", "watch", "act");
        row(rows, "baseline", "Usual before, or at its beginning", "");
        row(rows, "change", "Change from the usual index, %", "beyond", "changeNeeded");
        row(rows, "changedDays", "Days with that change, to the same side", "at least", "changedDaysNeeded");
        row(rows, "drift", "Or the sum of a lasting drift", "above", "driftNeeded");
        row(rows, "worstPain", "Worst pain beside it, 0-10", "at least", "painFrom");
        row(rows, "painfulSideLighterShare", "Share of painful days that spare that side", "");
        row(rows, "walkingAsymmetry", "Uneven walking, either side, %", "at least", "walkingAsymmetryRaised");
        row(rows, "walkingAsymmetryUsual", "Usual uneven walking, %", "");
        row(rows, "walkingAsymmetryDays", "Days of more uneven walking", "at least", "walkingAsymmetryDaysNeeded");
        row(rows, "offMirror", "Distance from the mirrored usual index, %", "below", "offMirrorBelow");
        row(rows, "jump", "Jump from one day to the next, %", "at least", "jumpNeeded");
        row(rows, "longestMinutes", "Longest stretch, minutes", "at least", "limitMinutes");
        row(rows, "stretches", "Such stretches today", "");
        row(rows, "sittingMinutes", "Minutes of sitting today", "above", "dailyLimitMinutes");
        row(rows, "perMinute", "Movements a minute", "above", "perMinuteLimit");
        row(rows, "bouts", "Such bouts today", "");
        row(rows, "liftingIndex", "Lifting index, 1 being what is advised", "above", "liftingIndexLimit");
        row(rows, "strongLimit", "Far too heavy above", "");
        row(rows, "lifts", "Such lifts today", "");
        row(rows, "days", "Such days running", "at least", "daysNeeded");
        row(rows, "adoptedAfterDays", "Days after which that is the usual", "");
        row(rows, "freeDays", "Days without pain", "");
        row(rows, "feltFrom", "A day counts as painful from", "");
        row(rows, "reportedShare", "Share of those days reported", "at least", "reportedShareNeeded");
        row(rows, "standsDays", "Days it stands after the last such report", "");
        return rows;
    }

    private static void row(Map<String, Row> rows, String name, String label, String relation, String... thresholds) {
        rows.put(name, new Row(label, relation, List.of(thresholds)));
    }

    static List<String> lines(Map<String, Double> numbers) {
        List<String> lines = new ArrayList<>();
        numbers.forEach((name, value) -> {
            Row row = ROWS.getOrDefault(name, new Row(words(name), "", List.of()));
            if (!isThreshold(name, numbers)) {
                String needed = row.thresholds().stream()
                        .filter(numbers::containsKey)
                        .findFirst()
                        .map(numbers::get)
                        .map(threshold -> row.relation() + " " + plain(threshold))
                        .orElse("");
                boolean yesNo = name.equals("saidSo") || name.contains("-");
                String shown = yesNo ? value > 0 ? "yes" : "no" : plain(value);
                lines.add(String.format(Locale.ROOT, "  %-46s %8s  %s", row.label(), shown, needed));
            }
        });
        return lines;
    }

    /** Whether a number stands beside another one that is there. */
    private static boolean isThreshold(String name, Map<String, Double> numbers) {
        return ROWS.entrySet().stream()
                .anyMatch(row -> row.getValue().thresholds().contains(name) && numbers.containsKey(row.getKey()));
    }

    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A name as words: that of a symptom, or one that has no row yet. */
    private static String words(String name) {
        String words = name.replace('-', ' ').replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
