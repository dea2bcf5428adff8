package plumbline.analytics.course;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.analytics.course.FeltCourse.Stretch;
import plumbline.analytics.episode.Ending;
import plumbline.analytics.episode.Episode.Account;
import plumbline.analytics.policy.PersistentPain.Close;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.Evidence;

/** Says why a pain is called over. */
final class FeltAccount {

    private FeltAccount() {}

    static Account ended(Stretch stretch, Region region, FeltCourse course, Close close) {
        int reported = course.reportedAfter(stretch);
        String rule = stretch.ending().orElseThrow().rule();
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("freeDays", (double) close.freeDays());
        numbers.put("feltFrom", (double) close.feltFrom());
        numbers.put("reportedDays", (double) reported);
        numbers.put("reportedShare", share(reported, close.freeDays()));
        numbers.put("reportedShareNeeded", close.reportedShare());
        String heading = rule.equals(Ending.RESOLVED)
                ? "No pain of " + close.feltFrom() + " or more for " + close.freeDays() + " days"
                : "Nothing heard of it for " + close.freeDays() + " days, with too few reports to call it over,";
        return new Account(
                heading + region.words(),
                new Evidence(rule, numbers, List.of(), share(reported, close.freeDays()), List.of()));
    }

    static double share(int part, int whole) {
        return Math.round(100.0 * part / whole) / 100.0;
    }
}
