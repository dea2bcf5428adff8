package plumbline.analytics.policyfile;

import static plumbline.analytics.policyfile.PolicyFile.MOST_DAYS;
import static plumbline.analytics.policyfile.PolicyFile.WORST;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import plumbline.analytics.policy.FlagLevel;
import plumbline.analytics.policy.Flare;
import plumbline.analytics.policy.RedFlags;
import plumbline.analytics.policy.Signs;
import plumbline.analytics.policy.UrgentPain;
import plumbline.analytics.policy.WentQuiet;
import plumbline.contract.vocabulary.Limit;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

/** The sections about what one report, or its absence, tells. */
final class SignsSection {
    private static final int OLDEST = 120;
    private static final int MOST_HOURS = 24 * 14;

    private SignsSection() {}

    static Signs read(Section file) {
        return new Signs(
                urgentPain(file.section("urgent-pain")),
                redFlags(file.section("red-flags")),
                flare(file.section("flare")),
                wentQuiet(file.section("went-quiet")));
    }

    private static UrgentPain urgentPain(Section section) {
        UrgentPain urgent = new UrgentPain(
                section.whole("sudden-from", 1, WORST),
                section.whole("limiting-from", 1, WORST),
                section.codes("limits", Limit.class, true),
                section.whole("stands-days", 1, MOST_DAYS));
        section.end();
        return urgent;
    }

    private static RedFlags redFlags(Section section) {
        List<RedFlags.Group> groups = new ArrayList<>();
        for (Section each : section.sections("groups")) {
            groups.add(new RedFlags.Group(
                    each.codes("codes", Symptom.class, true), each.codes("risk-factors", Symptom.class, false)));
            each.end();
        }
        RedFlags flags = new RedFlags(
                new RedFlags.Levels(
                        level(section.section("emergency")),
                        level(section.section("same-day")),
                        level(section.section("soon"))),
                routine(section.section("routine")),
                groups,
                section.whole("new-within-days", 1, MOST_DAYS),
                section.whole("stands-days", 1, MOST_DAYS));
        section.end();
        return flags;
    }

    private static FlagLevel level(Section section) {
        List<FlagLevel.Combination> combinations = new ArrayList<>();
        for (Section each : section.sections("combinations")) {
            combinations.add(new FlagLevel.Combination(
                    each.codes("any", Symptom.class, true),
                    each.codes("with", Symptom.class, false),
                    new FlagLevel.Instead(
                            each.codes("or-onset", Onset.class, false),
                            each.codes("or-site", Site.class, false),
                            new FlagLevel.Ages(
                                    each.wholeIfPresent("or-age-under", 1, OLDEST),
                                    each.wholeIfPresent("or-age-over", 1, OLDEST)),
                            new FlagLevel.PainNow(
                                    each.wholeIfPresent("or-new-from", 0, WORST),
                                    each.flagIfPresent("or-worsening")))));
            each.end();
        }
        FlagLevel level = new FlagLevel(section.codes("codes", Symptom.class, true), combinations);
        section.end();
        return level;
    }

    private static RedFlags.Routine routine(Section section) {
        Section inflammatory = section.section("inflammatory");
        RedFlags.Routine routine = new RedFlags.Routine(
                section.whole("leg-pain-days", 1, 365),
                new RedFlags.Inflammatory(
                        inflammatory.whole("onset-under", 1, OLDEST),
                        inflammatory.whole("early-onset-under", 1, OLDEST),
                        inflammatory.whole("days", 1, 365),
                        inflammatory.codes("signs", Symptom.class, true),
                        inflammatory.whole("least", 1, 20)));
        RedFlags.Inflammatory pattern = routine.inflammatory();
        if (pattern.least() > Math.max(1, pattern.signs().size())) {
            inflammatory.mistake("least", "must be at most the number of signs");
        }
        inflammatory.end();
        section.end();
        return routine;
    }

    private static Flare flare(Section section) {
        Flare flare = new Flare(
                CourseSection.window(section.section("usual")),
                section.number("points", WORST),
                section.whole("stands-days", 1, MOST_DAYS));
        section.end();
        return flare;
    }

    private static WentQuiet wentQuiet(Section section) {
        WentQuiet quiet = new WentQuiet(
                section.whole("severe-from", 1, WORST),
                section.whole("severe-days", 1, MOST_DAYS),
                CourseSection.window(section.section("habit")),
                Duration.ofHours(section.whole("silent-hours", 1, MOST_HOURS)),
                section.whole("lapse-days", 1, MOST_DAYS));
        section.end();
        return quiet;
    }
}
