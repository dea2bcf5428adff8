package plumbline.analytics.course;

import java.util.List;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.PainCourse;

/** The rules about how a pain goes on: PERSIST, IMPROVED, RECUR and WORSE. */
public final class CourseRules {
    private final PainCourse policy;

    public CourseRules(PainCourse policy) {
        this.policy = policy;
    }

    /**
     * What the rules see.
     *
     * @param improving of the persistent ones
     */
    public record Courses(
            List<Episode> persistent, List<Episode> improving, List<Episode> recurrent, List<Episode> worsening) {
        public Courses {
            persistent = List.copyOf(persistent);
            improving = List.copyOf(improving);
            recurrent = List.copyOf(recurrent);
            worsening = List.copyOf(worsening);
        }
    }

    public Courses assess(Timeline timeline) {
        List<Episode> persistent = new PersistRule(policy, timeline).assess();
        return new Courses(
                persistent,
                new ImprovementRule(policy.improvement(), timeline, persistent).assess(),
                new RecurRule(policy, timeline, persistent).assess(),
                new WorseRule(policy.worsening(), timeline).assess());
    }
}
