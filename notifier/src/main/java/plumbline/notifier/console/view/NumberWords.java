package plumbline.notifier.console.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plumbline.contract.finding.Evidence;
import plumbline.contract.vocabulary.Codes;
import plumbline.contract.vocabulary.Symptom;

/** The numbers of a finding, named in plain words. A name that is not known here is taken apart: {@code painDays}, pain days. */
final class NumberWords {
    private static final Codes<Symptom> SYMPTOMS = Codes.of(Symptom.class);
    private static final String PERCENT = " %";
    /** Marks what is a share of one and is shown in percent. */
    private static final String SHARE = " % of days";

    private static final String OF_TEN = " of 10";

    private record Word(String label, String unit, boolean limit) {}

    private static final Map<String, Word> WORDS = Map.ofEntries(
            value("painDays", "Days with pain", ""),
            limit("painDaysNeeded", "Raised from", " days"),
            limit("windowDays", "Looked at", " days"),
            limit("painFrom", "Pain counts from", OF_TEN),
            limit("spanDaysNeeded", "Must span", " days"),
            value("worst", "Worst pain", OF_TEN),
            limit("freeDays", "Must be free for", " days"),
            limit("feltFrom", "Felt from", OF_TEN),
            value("reportedDays", "Days with a report", ""),
            value("reportedShare", "Share of days with a report", SHARE),
            limit("reportedShareNeeded", "Share needed", SHARE),
            value("intensity", "Pain", OF_TEN),
            limit("suddenFrom", "Urgent when sudden, from", OF_TEN),
            limit("limitingFrom", "Urgent when it limits, from", OF_TEN),
            value("reports", "Reports", ""),
            limit("standsDays", "Stands for", " days"),
            value("median", "Median index", PERCENT),
            limit("watch", "Watched from", PERCENT),
            limit("act", "Acted on from", PERCENT),
            value("baseline", "Own baseline", PERCENT),
            value("change", "Change", PERCENT),
            limit("changeNeeded", "Change needed", PERCENT),
            value("changedDays", "Days changed", ""),
            limit("changedDaysNeeded", "Days needed", ""),
            value("drift", "Drift alarm", ""),
            limit("driftNeeded", "Alarm from", ""),
            value("worstPain", "Worst pain", OF_TEN),
            value("painfulSideLighterShare", "Painful side was the lighter one on", SHARE));

    private NumberWords() {}

    static List<Fact> of(Evidence evidence) {
        List<Fact> facts = new ArrayList<>();
        evidence.numbers().forEach((name, value) -> facts.add(fact(name, value)));
        return facts;
    }

    private static Fact fact(String name, double value) {
        if (SYMPTOMS.find(name).isPresent()) {
            return new Fact(Words.sentence(name), "reported", false);
        }
        Word word = WORDS.getOrDefault(name, taken(name));
        boolean share = word.unit.equals(SHARE);
        return new Fact(word.label, plain(share ? 100 * value : value) + word.unit, word.limit);
    }

    private static Word taken(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return new Word(Words.sentence(words), "", name.endsWith("Needed") || name.endsWith("From"));
    }

    /** At most two decimals, and none that say nothing. */
    static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Map.Entry<String, Word> value(String name, String label, String unit) {
        return Map.entry(name, new Word(label, unit, false));
    }

    private static Map.Entry<String, Word> limit(String name, String label, String unit) {
        return Map.entry(name, new Word(label, unit, true));
    }
}
