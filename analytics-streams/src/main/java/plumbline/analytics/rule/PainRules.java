package plumbline.analytics.rule;

import java.time.Instant;
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

    /** The episodes of pain in a timeline: the same ones for the same timeline. */
    public Assessment assess(Timeline timeline, Background background) {
        CourseRules.Courses courses = courseRules.assess(timeline);
        Setting setting = new Setting(timeline, background, courses.persistent(), courses.worsening());
        List<Episode> signs = signRules.assess(setting);
        QuietRule quiet = new QuietRule(wentQuiet, timeline, signs);
        List<Episode> episodes = new ArrayList<>(signs);
        episodes.addAll(signRules.flares(setting));
        episodes.addAll(courses.persistent());
        episodes.addAll(courses.improving());
        episodes.addAll(courses.recurrent());
        episodes.addAll(courses.worsening());
        episodes.addAll(quiet.assess());
        List<Instant> dues = quiet.due().stream().toList();
        return new Assessment(episodes, dues);
    }
}
