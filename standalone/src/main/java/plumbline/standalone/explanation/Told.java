package plumbline.standalone.explanation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import plumbline.analytics.policy.Policy;
import plumbline.contract.finding.EvidenceDay;
import plumbline.contract.finding.Finding;

/**
 * All that was told of one finding.
 *
 * @param changes in order, one or more
 * @param days what was reported or measured of it, day by day
 */
public record Told(List<Finding> changes, NavigableMap<LocalDate, EvidenceDay> days, Policy policy) {

    public Told {
        changes = List.copyOf(changes);
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
    }

    Finding last() {
        return changes.get(changes.size() - 1);
    }

    /** The finding as it last held; its end says less. */
    Finding held() {
        return changes.stream()
                .filter(each -> each.change().isOpen())
                .reduce((earlier, later) -> later)
                .orElse(last());
    }

    boolean isOpen() {
        return last().change().isOpen();
    }
}
