package plumbline.analytics.policyfile;

import static plumbline.analytics.policyfile.PolicyFile.MOST_DAYS;
import static plumbline.analytics.policyfile.PolicyFile.WORST;

import java.util.ArrayList;
import java.util.List;
import plumbline.analytics.policy.Improvement;
import plumbline.analytics.policy.PainCourse;
import plumbline.analytics.policy.PersistentPain;
import plumbline.analytics.policy.RecurrentPain;
import plumbline.analytics.policy.Window;
import plumbline.analytics.policy.WorseningPain;
import plumbline.contract.finding.Severity;

/** The sections about how a pain goes on. */
final class CourseSection {
    /** The days of which a digest is kept: no rule can look back further. */
    private static final int MOST_STAGE_DAYS = 90;

    private CourseSection() {}

    static PainCourse read(Section file) {
        return new PainCourse(
                persistent(file.section("persistent-pain")),
                improvement(file.section("improvement")),
                recurrent(file.section("recurrent-pain")),
                worsening(file.section("worsening-pain")));
    }

    private static PersistentPain persistent(Section section) {
        PersistentPain pain = new PersistentPain(
                new PersistentPain.Open(
                        section.whole("pain-from", 1, WORST),
                        section.whole("pain-days", 1, MOST_DAYS),
                        section.whole("window-days", 1, MOST_DAYS),
                        section.whole("span-days", 1, MOST_DAYS)),
                new PersistentPain.Close(
                        section.whole("felt-from", 1, WORST),
                        section.whole("free-days", 1, MOST_DAYS),
                        section.number("reported-share", 1)),
                stages(section),
                new PersistentPain.Relapse(
                        section.whole("relapse-after-days", 1, MOST_DAYS), section.whole("relapse-from", 1, WORST)));
        if (pain.open().painDays() > pain.open().windowDays()
                || pain.open().spanDays() > pain.open().windowDays()) {
            section.mistake("window-days", "must be at least pain-days and span-days");
        }
        section.end();
        return pain;
    }

    private static List<PersistentPain.Stage> stages(Section section) {
        List<PersistentPain.Stage> stages = new ArrayList<>();
        for (Section each : section.sections("stages")) {
            stages.add(new PersistentPain.Stage(
                    each.whole("after-days", 0, MOST_STAGE_DAYS),
                    each.code("severity", Severity.class, Severity.ROUTINE)));
            each.end();
        }
        boolean rising = true;
        for (int i = 1; i < stages.size(); i++) {
            rising &= stages.get(i).afterDays() > stages.get(i - 1).afterDays();
        }
        if (stages.isEmpty() || stages.size() > 4 || stages.get(0).afterDays() != 0 || !rising) {
            section.mistake("stages", "must list one to four stages of rising after-days, the first of them 0");
        }
        return stages;
    }

    private static Improvement improvement(Section section) {
        Improvement improvement = new Improvement(
                section.whole("window-days", 1, MOST_DAYS),
                section.whole("least-days", 1, MOST_DAYS),
                section.whole("baseline-days", 1, MOST_DAYS),
                new Improvement.Less(section.number("points", WORST), section.number("share", 1)),
                new Improvement.Less(section.number("keeps-points", WORST), section.number("keeps-share", 1)),
                section.whole("lapse-days", 1, MOST_DAYS));
        if (improvement.leastDays() > improvement.windowDays()) {
            section.mistake("least-days", "must be at most window-days");
        }
        if (improvement.keeps().points() > improvement.opens().points()) {
            section.mistake("keeps-points", "must be at most points");
        }
        if (improvement.keeps().share() > improvement.opens().share()) {
            section.mistake("keeps-share", "must be at most share");
        }
        section.end();
        return improvement;
    }

    private static RecurrentPain recurrent(Section section) {
        RecurrentPain recurrent = new RecurrentPain(
                section.whole("pain-from", 1, WORST),
                section.whole("days", 1, MOST_DAYS),
                section.whole("gap-days", 0, MOST_DAYS));
        section.end();
        return recurrent;
    }

    private static WorseningPain worsening(Section section) {
        WorseningPain worsening = new WorseningPain(
                window(section.section("week")),
                window(section.section("month")),
                section.number("points", WORST),
                section.number("keeps-points", WORST),
                section.whole("lapse-days", 1, MOST_DAYS));
        if (worsening.keepsPoints() > worsening.points()) {
            section.mistake("keeps-points", "must be at most points");
        }
        section.end();
        return worsening;
    }

    static Window window(Section section) {
        Window window = new Window(section.whole("days", 1, MOST_DAYS), section.whole("least", 1, MOST_DAYS));
        if (window.least() > window.days()) {
            section.mistake("least", "must be at most days");
        }
        section.end();
        return window;
    }
}
