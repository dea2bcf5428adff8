package plumbline.analytics.policy;

import java.util.Set;
import plumbline.contract.vocabulary.Limit;

/**
 * When one report of pain is urgent.
 *
 * @param suddenFrom from this intensity on, pain of sudden onset is urgent
 * @param limitingFrom from this intensity on, pain that keeps from any of the limits is urgent
 * @param standsDays for how many days after the last such report the finding stands
 */
public record UrgentPain(int suddenFrom, int limitingFrom, Set<Limit> limits, int standsDays) {

    public UrgentPain {
        limits = Set.copyOf(limits);
    }
}
