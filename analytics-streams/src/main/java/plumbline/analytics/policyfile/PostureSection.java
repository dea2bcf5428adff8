package plumbline.analytics.policyfile;

import plumbline.analytics.policy.LoadAndPosture;

/** The numbers about load, posture and wear in a policy file. */
final class PostureSection {
    private static final int MOST_MINUTES = 1440;

    private PostureSection() {}

    static LoadAndPosture read(Section section) {
        LoadAndPosture numbers = new LoadAndPosture(
                sitting(section.section("sitting")),
                standing(section.section("standing")),
                effort(section.section("effort")),
                wear(section.section("wear")),
                section.whole("break-minutes", 1, 60));
        section.end();
        return numbers;
    }

    private static LoadAndPosture.Sitting sitting(Section section) {
        LoadAndPosture.Sitting sitting = new LoadAndPosture.Sitting(
                section.whole("minutes", 1, MOST_MINUTES),
                section.whole("with-pain-minutes", 1, MOST_MINUTES),
                section.whole("daily-minutes", 1, MOST_MINUTES));
        section.end();
        return sitting;
    }

    private static LoadAndPosture.Standing standing(Section section) {
        LoadAndPosture.Standing standing = new LoadAndPosture.Standing(
                section.whole("minutes", 1, MOST_MINUTES),
                section.whole("pain-free-minutes", 1, MOST_MINUTES),
                section.whole("pain-free-days", 1, PolicyFile.MOST_DAYS));
        section.end();
        return standing;
    }

    private static LoadAndPosture.Effortful effort(Section section) {
        LoadAndPosture.Effortful effort = new LoadAndPosture.Effortful(
                section.number("per-minute", 1000),
                section.whole("minutes", 1, MOST_MINUTES),
                section.number("lifting-index", 100),
                section.number("strong-index", 100));
        if (effort.strongIndex() < effort.liftingIndex()) {
            section.mistake("strong-index", "must be at least lifting-index");
        }
        section.end();
        return effort;
    }

    private static LoadAndPosture.Wear wear(Section section) {
        LoadAndPosture.Wear wear = new LoadAndPosture.Wear(
                section.whole("still-hours", 1, 24),
                section.whole("days", 1, PolicyFile.MOST_DAYS),
                section.whole("lapse-days", 1, PolicyFile.MOST_DAYS));
        section.end();
        return wear;
    }
}
