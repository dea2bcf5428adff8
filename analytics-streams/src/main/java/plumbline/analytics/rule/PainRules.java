package plumbline.analytics.rule;

import java.util.ArrayList;
import java.util.List;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.Policy;
import plumbline.contract.finding.FindingKind;

/** The rules about pain: URGENT, the red flags, and PERSIST-1. */
public final class PainRules {
    private final Policy policy;

    public PainRules(Policy policy) {
        this.policy = policy;
    }

    /** The episodes of pain in a timeline: the same ones for the same timeline. */
    public List<Episode> assess(Timeline timeline, Background background) {
        SignRule urgent = new SignRule(
                FindingKind.URGENT_PAIN,
                policy.urgentPain().standsDays(),
                report -> Grading.urgentPain(report, background, policy),
                new SignAccount(FindingKind.URGENT_PAIN, policy));
        SignRule redFlags = new SignRule(
                FindingKind.RED_FLAG,
                policy.redFlags().standsDays(),
                report -> Grading.redFlag(report, background, policy),
                new SignAccount(FindingKind.RED_FLAG, policy));
        List<Episode> episodes = new ArrayList<>(urgent.assess(timeline));
        episodes.addAll(redFlags.assess(timeline));
        episodes.addAll(new PersistRule(policy.persistentPain()).assess(timeline));
        return episodes;
    }
}
