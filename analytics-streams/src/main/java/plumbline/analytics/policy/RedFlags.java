package plumbline.analytics.policy;

import java.util.List;
import java.util.Set;
import plumbline.contract.vocabulary.Symptom;

/**
 * Which symptoms call for help, and how soon.
 *
 * @param levels what belongs to each urgency
 * @param routine patterns over weeks that are worth a look
 * @param groups what together is graver than alone
 * @param newWithinDays for how many days a pain is new
 * @param standsDays for how many days after the last such report the finding stands
 */
public record RedFlags(Levels levels, Routine routine, List<Group> groups, int newWithinDays, int standsDays) {

    public RedFlags {
        groups = List.copyOf(groups);
    }

    /** What one report can say. */
    public record Levels(FlagLevel emergency, FlagLevel sameDay, FlagLevel soon) {}

    /**
     * Two different codes of a group that are soon, or one beside a risk factor, are the same day.
     *
     * @param riskFactors those of the patient's record
     */
    public record Group(Set<Symptom> codes, Set<Symptom> riskFactors) {
        public Group {
            codes = Set.copyOf(codes);
            riskFactors = Set.copyOf(riskFactors);
        }
    }

    /**
     * Patterns of a pain that lasts.
     *
     * @param legPainDays for how many days a pain with leg pain lasts
     */
    public record Routine(int legPainDays, Inflammatory inflammatory) {}

    /**
     * The pattern of inflammatory back pain.
     *
     * @param onsetUnder the age, in years, at which it began
     * @param earlyOnsetUnder an age that counts as a sign itself
     * @param days for how many days it lasts
     * @param signs what speaks for it
     * @param least how many of them
     */
    public record Inflammatory(int onsetUnder, int earlyOnsetUnder, int days, Set<Symptom> signs, int least) {
        public Inflammatory {
            signs = Set.copyOf(signs);
        }
    }
}
