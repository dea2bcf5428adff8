package plumbline.contract.finding;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Why a finding holds: enough to check it by hand.
 *
 * @param rule the rule of the policy, such as {@code PERSIST-1}
 * @param numbers what the rule compared, by name, values beside their thresholds, in the order in which they explain
 * @param days the days that counted, in date order
 * @param coverage the share of the days that the rule looked at on which there was data, 0-1
 * @param events the ids of the contributing events
 */
public record Evidence(
        String rule,
        @JsonSerialize(contentUsing = PlainNumber.class) Map<String, Double> numbers,
        List<EvidenceDay> days,
        double coverage,
        List<String> events) {

    public Evidence {
        Objects.requireNonNull(rule, "rule");
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        days = List.copyOf(days);
        events = List.copyOf(events);
    }
}
