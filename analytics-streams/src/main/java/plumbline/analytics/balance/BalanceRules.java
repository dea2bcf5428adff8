package plumbline.analytics.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import plumbline.analytics.episode.Episode;
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
        Baselines baselines = new Baselines(body);
        List<Course> compensations = regions.stream()
                .map(region -> new Course(body, new CompensationRule(body, region, baselines)))
                .toList();
        List<Course> courses = new ArrayList<>(compensations);
        courses.add(new Course(body, new ImbalanceRule(body, baselines, compensations)));
        for (long day = body.firstJudged(); day <= body.lastJudged(); day++) {
            long today = day;
            baselines.freeze(
                    courses.stream().flatMap(course -> course.run().stream()).toList());
            courses.forEach(course -> course.step(today));
        }
        List<Episode> episodes = new ArrayList<>(new SuspectRule(body).episodes());
        courses.forEach(course -> episodes.addAll(course.episodes()));
        return episodes;
    }
}
