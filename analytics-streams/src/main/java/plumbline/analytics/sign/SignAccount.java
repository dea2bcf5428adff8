package plumbline.analytics.sign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import plumbline.analytics.episode.Episode.Account;
import plumbline.analytics.history.Background;
import plumbline.analytics.history.PainDays;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.Signs;
import plumbline.analytics.timeline.Region;
import plumbline.analytics.timeline.Report;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.EvidenceDay;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Code;

/** Says why a sign was raised, from the newest of its gravest reports. */
final class SignAccount implements SignRule.Story {
    private final FindingKind kind;
    private final Signs policy;
    private final Background background;

    SignAccount(FindingKind kind, Signs policy, Background background) {
        this.kind = kind;
        this.policy = policy;
        this.background = background;
    }

    @Override
    public Account holding(Region region, Severity severity, List<Report> reports, Timeline timeline) {
        if (reports.isEmpty()) {
            return new Account(
                    headline(severity) + region.words() + ", reported more than a month ago",
                    new Evidence(rule(), Map.of(), List.of(), 1, List.of()));
        }
        Report newest = reports.get(reports.size() - 1);
        String summary = kind == FindingKind.URGENT_PAIN
                ? pain(newest) + region.words() + signs(newest, severity)
                : headline(severity) + region.words() + ": " + words(newest.symptomSet()) + onRecord();
        List<EvidenceDay> days = reports.stream()
                .map(Report::date)
                .distinct()
                .map(date -> PainDays.evidence(timeline.pain(region), date))
                .toList();
        return new Account(
                summary,
                new Evidence(
                        rule(),
                        numbers(newest, reports.size()),
                        days,
                        1,
                        reports.stream().map(Report::id).distinct().toList()));
    }

    @Override
    public Account stood(Region region, int standsDays) {
        return new Account(
                "No further report of this kind for " + standsDays + " days" + region.words(),
                new Evidence(SignRule.STOOD, Map.of("standsDays", (double) standsDays), List.of(), 1, List.of()));
    }

    private String rule() {
        return kind == FindingKind.URGENT_PAIN ? "URGENT" : "RED-FLAG";
    }

    private static String headline(Severity severity) {
        return switch (severity) {
            case EMERGENCY -> "Emergency sign";
            case SAME_DAY -> "Sign that needs care the same day";
            case SOON -> "Sign that needs an appointment soon";
            default -> "Sign to look at in the next appointment";
        };
    }

    private String pain(Report report) {
        return Grading.isSudden(report, policy.urgentPain())
                ? "Sudden pain of " + report.intensity()
                : "Pain of " + report.intensity() + " that limits " + words(report.limitSet());
    }

    private static String signs(Report report, Severity severity) {
        return severity == Severity.EMERGENCY ? ", with " + words(report.symptomSet()) : "";
    }

    private String onRecord() {
        return background.riskFactors().isEmpty()
                ? ""
                : "; on record: " + words(new TreeSet<>(background.riskFactors()));
    }

    private Map<String, Double> numbers(Report report, int reports) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (report.isScored()) {
            numbers.put("intensity", (double) report.intensity());
        }
        if (kind == FindingKind.URGENT_PAIN) {
            numbers.put("suddenFrom", (double) policy.urgentPain().suddenFrom());
            numbers.put("limitingFrom", (double) policy.urgentPain().limitingFrom());
        } else {
            report.symptomSet().forEach(symptom -> numbers.put(symptom.code(), 1.0));
        }
        numbers.put("reports", (double) reports);
        return numbers;
    }

    static String words(Iterable<? extends Code> codes) {
        List<String> words = new ArrayList<>();
        codes.forEach(code -> words.add(code.code().replace('-', ' ')));
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : words.subList(0, last).stream().collect(Collectors.joining(", ")) + " and " + words.get(last);
    }
}
