package plumbline.analytics.sign;

import java.util.ArrayList;
import java.util.List;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.policy.Signs;
import plumbline.contract.finding.FindingKind;

/** The rules that one report alone fulfils: URGENT, the red flags and FLARE. */
public final class SignRules {
    private final Signs policy;

    public SignRules(Signs policy) {
        this.policy = policy;
    }

    /** The signs that call for help: urgent pain and red flags. */
    public List<Episode> assess(Setting setting) {
        Grading grading = new Grading(policy, setting);
        List<Episode> episodes = new ArrayList<>(new SignRule(
                        FindingKind.URGENT_PAIN,
                        policy.urgentPain().standsDays(),
                        grading::urgentPain,
                        new SignAccount(FindingKind.URGENT_PAIN, policy, setting.background()))
                .assess(setting.timeline()));
        episodes.addAll(new SignRule(
                        FindingKind.RED_FLAG,
                        policy.redFlags().standsDays(),
                        grading::redFlag,
                        new SignAccount(FindingKind.RED_FLAG, policy, setting.background()))
                .assess(setting.timeline()));
        return episodes;
    }

    public List<Episode> flares(Setting setting) {
        FlareRule flare = new FlareRule(policy.flare(), setting.timeline());
        return new SignRule(FindingKind.FLARE, policy.flare().standsDays(), flare::grade, flare)
                .assess(setting.timeline());
    }
}
