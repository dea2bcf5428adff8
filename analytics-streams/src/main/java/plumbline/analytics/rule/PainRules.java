package plumbline.analytics.rule;

import java.util.ArrayList;
import java.util.List;
import plumbline.analytics.course.CourseRules;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.history.Background;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.Policy;
import plumbline.analytics.policy.WentQuiet;
import plumbline.analytics.sign.Setting;
import plumbline.analytics.sign.SignRules;

/** The rules about pain, in the order in which one needs what another sees. */
public final class PainRules {
    private final CourseRules courseRules;
    private final SignRules signRules;
    private final WentQuiet wentQuiet;

    public PainRules(Policy policy) {
        this.courseRules = new CourseRules(policy.course());
        this.signRules = new SignRules(policy.signs());
        this.wentQuiet = policy.signs().wentQuiet();
    }

    /**
     * What the rules see that judge what is told; how long nothing was, they do not.
     *
     * @param signs that call for help
     * @param others in the order in which they are told
     */
    public record Seen(List<Episode> signs, List<Episode> others) {
        public Seen {
            signs = List.copyOf(signs);
            others = List.copyOf(others);
        }
    }

    /** The episodes of pain in a timeline: the same ones for the same timeline. */
    public Seen assess(Timeline timeline, Background background) {
        CourseRules.Courses courses = courseRules.assess(timeline);
        Setting setting = new Setting(timeline, background, courses.persistent(), courses.worsening());
        List<Episode> others = new ArrayList<>(signRules.flares(setting));
        others.addAll(courses.persistent());
        others.addAll(courses.improving());
        others.addAll(courses.recurrent());
        others.addAll(courses.worsening());
        return new Seen(signRules.assess(setting), others);
    }

    /**
     * The silence of a patient, and when it would become a finding.
     *
     * @param signs that call for help
     */
    public Assessment silence(Timeline timeline, List<Episode> signs) {
        QuietRule quiet = new QuietRule(wentQuiet, timeline, signs);
        return new Assessment(quiet.assess(), quiet.due().stream().toList());
    }
}
