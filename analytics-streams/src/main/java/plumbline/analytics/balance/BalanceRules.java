package plumbline.analytics.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Span;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.LeftRight;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.FindingKind;

/** The rules about left and right: compensation for each painful region, imbalance, and a device that may take one for the other. */
public final class BalanceRules {
    private final LeftRight policy;

    public BalanceRules(LeftRight policy) {
        this.policy = policy;
    }

    /** The episodes of left and right in a timeline: the same ones for the same timeline. */
    public List<Episode> assess(Timeline timeline) {
        Body body = new Body(timeline, policy);
        if (body.balances().isEmpty()) {
            return List.of();
        }
        TreeSet<Region> regions = new TreeSet<>();
        timeline.regions().stream().filter(region -> region.side().isOneSided()).forEach(regions::add);
        timeline.carriedSubjects(FindingKind.COMPENSATION).forEach(subject -> regions.add(subject.region()));
        List<Episode> quiet = new Course(body, new ImbalanceRule(body, List.of())).follow();
        List<Episode> episodes = new ArrayList<>();
        for (Region region : regions) {
            episodes.addAll(new Course(body, new CompensationRule(body, region, quiet)).follow());
        }
        List<Span> compensations = episodes.stream().map(Episode::span).toList();
        episodes.addAll(new SuspectRule(body).episodes());
        episodes.addAll(
                compensations.isEmpty() ? quiet : new Course(body, new ImbalanceRule(body, compensations)).follow());
        return episodes;
    }
}
