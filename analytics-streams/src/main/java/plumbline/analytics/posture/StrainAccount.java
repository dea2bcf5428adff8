package plumbline.analytics.posture;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.analytics.effort.Effort;
import plumbline.analytics.episode.Episode.Account;
import plumbline.analytics.policy.LoadAndPosture;
import plumbline.contract.finding.Evidence;

/** Says what was too much for a day: the longest or heaviest of it, with its time of day, and each number beside its limit. */
final class StrainAccount {
    private static final int HOUR = 60;

    private final Strain strain;
    private final LoadAndPosture policy;

    StrainAccount(Strain strain, LoadAndPosture policy) {
        this.strain = strain;
        this.policy = policy;
    }

    /**
     * Of sitting.
     *
     * @param limit in minutes
     * @param hurts whether there is pain today
     */
    Account sitting(List<Stretch> stretches, int limit, boolean hurts) {
        int allDay = policy.sitting().dailyMinutes();
        Map<String, Double> numbers = stretches(stretches, limit);
        numbers.put("sittingMinutes", (double) strain.minutesSitting());
        numbers.put("dailyLimitMinutes", (double) allDay);
        numbers.put("painToday", hurts ? 1.0 : 0.0);
        String total = strain.minutesSitting() > allDay ? "more than " + allDay / HOUR + " hours today" : "";
        String summary = Stretch.longest(stretches)
                .map(longest -> "Sitting for " + longest.words(" without a break")
                        + (hurts ? ", on a day with pain" : "")
                        + (total.isEmpty() ? "" : "; " + total))
                .orElse("Sitting for " + total);
        return account("SIT", summary, numbers);
    }

    /**
     * Of standing.
     *
     * @param limit in minutes
     * @param hurt whether there was pain lately
     */
    Account standing(List<Stretch> stretches, int limit, boolean hurt) {
        Map<String, Double> numbers = stretches(stretches, limit);
        numbers.put("painLately", hurt ? 1.0 : 0.0);
        numbers.put("painDays", (double) policy.standing().painFreeDays());
        return account("STAND", "Standing still for " + words(Stretch.longest(stretches)), numbers);
    }

    Account repetition(List<Strain.Repeated> repeated) {
        double most = repeated.stream().mapToInt(Strain.Repeated::amount).max().orElse(0) / 10.0;
        List<Stretch> stretches =
                repeated.stream().map(Strain.Repeated::stretch).toList();
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("perMinute", most);
        numbers.put("perMinuteLimit", policy.effort().perMinute());
        numbers.putAll(stretches(stretches, policy.effort().minutes()));
        String summary = "The same movement up to " + Math.round(most) + " times a minute, for "
                + words(Stretch.longest(stretches));
        return account("REPEAT", summary, numbers);
    }

    Account lifting(List<Effort> heavy) {
        Optional<Effort> worst = heavy.stream()
                .max(Comparator.comparingInt(Effort::amount).thenComparingInt(effort -> -effort.minute()));
        double index = worst.map(Effort::amount).orElse(0) / 100.0;
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("liftingIndex", index);
        numbers.put("liftingIndexLimit", policy.effort().liftingIndex());
        numbers.put("strongLimit", policy.effort().strongIndex());
        numbers.put("lifts", (double) heavy.size());
        String summary = "A lift " + (index > policy.effort().strongIndex() ? "far " : "") + "above what is advised: "
                + times(index) + " times the recommended weight"
                + worst.map(lift -> ", at " + Stretch.clock(lift.minute())).orElse("");
        return account("LIFT", summary, numbers);
    }

    private static Map<String, Double> stretches(List<Stretch> stretches, int limit) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("longestMinutes", (double)
                Stretch.longest(stretches).map(Stretch::minutes).orElse(0));
        numbers.put("limitMinutes", (double) limit);
        numbers.put("stretches", (double) stretches.size());
        return numbers;
    }

    private static String words(Optional<Stretch> longest) {
        return longest.map(stretch -> stretch.words("")).orElse("no time");
    }

    private static String times(double index) {
        return index >= 100 ? "more than 100" : Double.toString(Math.round(10 * index) / 10.0);
    }

    private Account account(String rule, String summary, Map<String, Double> numbers) {
        return new Account(summary, new Evidence(rule, numbers, List.of(), strain.wornShare(), List.of()));
    }
}
