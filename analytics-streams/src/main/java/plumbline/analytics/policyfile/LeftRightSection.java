package plumbline.analytics.policyfile;

import java.util.LinkedHashMap;
import java.util.Map;
import plumbline.analytics.policy.LeftRight;
import plumbline.contract.vocabulary.Codes;
import plumbline.contract.vocabulary.Measure;

/** The numbers about left and right in a policy file. */
final class LeftRightSection {

    private LeftRightSection() {}

    static LeftRight read(Section section) {
        LeftRight leftRight = new LeftRight(
                baseline(section.section("baseline")),
                change(section.section("change")),
                window(section.section("window")),
                besidePain(section.section("beside-pain")),
                new LeftRight.Sensing(
                        deviceSuspect(section.section("device-suspect")),
                        unsidedWalk(section.section("unsided-walk")),
                        measures(section.section("measures"))));
        atMostTheWindow(leftRight, section);
        section.end();
        return leftRight;
    }

    /** Days that are counted within the window are at most its days. */
    private static void atMostTheWindow(LeftRight leftRight, Section section) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        counted.put(
                "change.beside-pain.same-side-days",
                leftRight.change().besidePain().sameSideDays());
        counted.put("change.quiet.same-side-days", leftRight.change().quiet().sameSideDays());
        counted.put("device-suspect.days", leftRight.sensing().deviceSuspect().days());
        counted.put("unsided-walk.days", leftRight.sensing().unsidedWalk().days());
        counted.forEach((key, days) -> {
            if (days > leftRight.window().days()) {
                section.mistake(key, "must be at most window.days");
            }
        });
    }

    private static LeftRight.Baseline baseline(Section section) {
        LeftRight.Baseline baseline = new LeftRight.Baseline(
                section.whole("from-day", 1, PolicyFile.MOST_DAYS),
                section.whole("to-day", 1, PolicyFile.MOST_DAYS),
                section.whole("pain-below", 1, PolicyFile.WORST),
                section.whole("least-days", 1, PolicyFile.MOST_DAYS),
                section.number("shrink-weight", 1000));
        if (baseline.fromDay() < baseline.toDay()) {
            section.mistake("from-day", "must be at least to-day: both count back");
        }
        section.end();
        return baseline;
    }

    private static LeftRight.Change change(Section section) {
        LeftRight.Change change = new LeftRight.Change(
                section.number("sigmas", 10),
                section.number("mirror-sigmas", 10),
                pageHinkley(section.section("page-hinkley")),
                proof(section.section("beside-pain")),
                proof(section.section("quiet")));
        section.end();
        return change;
    }

    private static LeftRight.PageHinkley pageHinkley(Section section) {
        LeftRight.PageHinkley pageHinkley = new LeftRight.PageHinkley(
                section.number("delta", 10),
                section.number("winsor", 100),
                section.whole("refractory-days", 1, PolicyFile.MOST_DAYS));
        section.end();
        return pageHinkley;
    }

    private static LeftRight.Proof proof(Section section) {
        LeftRight.Proof proof = new LeftRight.Proof(
                section.number("lambda", 1000), section.whole("same-side-days", 1, PolicyFile.MOST_DAYS));
        section.end();
        return proof;
    }

    private static LeftRight.Window window(Section section) {
        LeftRight.Window window = new LeftRight.Window(
                section.whole("days", 1, PolicyFile.MOST_DAYS),
                section.whole("least-days", 1, PolicyFile.MOST_DAYS),
                section.number("hysteresis", 1),
                section.whole("lapse-days", 1, PolicyFile.MOST_DAYS));
        if (window.leastDays() > window.days()) {
            section.mistake("least-days", "must be at most days");
        }
        section.end();
        return window;
    }

    private static LeftRight.BesidePain besidePain(Section section) {
        LeftRight.BesidePain besidePain = new LeftRight.BesidePain(
                section.whole("pain-from", 1, PolicyFile.WORST),
                section.whole("within-days", 1, PolicyFile.MOST_DAYS),
                section.whole("soon-from", 1, PolicyFile.WORST),
                new LeftRight.SideShare(
                        section.whole("near-days", 1, PolicyFile.MOST_DAYS),
                        section.whole("least-days", 1, PolicyFile.MOST_DAYS),
                        section.number("antalgic-from", 1),
                        section.number("overload-to", 1)),
                section.whole("imbalance-routine-days", 1, PolicyFile.MOST_DAYS));
        if (besidePain.side().overloadTo() >= besidePain.side().antalgicFrom()) {
            section.mistake("overload-to", "must be less than antalgic-from");
        }
        section.end();
        return besidePain;
    }

    private static LeftRight.DeviceSuspect deviceSuspect(Section section) {
        LeftRight.DeviceSuspect deviceSuspect = new LeftRight.DeviceSuspect(
                section.whole("days", 1, PolicyFile.MOST_DAYS), section.whole("adopt-days", 1, PolicyFile.MOST_DAYS));
        if (deviceSuspect.days() >= deviceSuspect.adoptDays()) {
            section.mistake("adopt-days", "must be more than days");
        }
        section.end();
        return deviceSuspect;
    }

    private static LeftRight.UnsidedWalk unsidedWalk(Section section) {
        LeftRight.UnsidedWalk unsidedWalk = new LeftRight.UnsidedWalk(
                section.number("points", 100), section.whole("days", 1, PolicyFile.MOST_DAYS));
        section.end();
        return unsidedWalk;
    }

    private static Map<Measure, LeftRight.Limits> measures(Section table) {
        Codes<Measure> codes = Codes.of(Measure.class);
        Map<Measure, LeftRight.Limits> limits = new LinkedHashMap<>();
        for (String key : table.keys()) {
            Section row = table.section(key);
            codes.find(key)
                    .filter(Measure::isSided)
                    .ifPresentOrElse(
                            measure -> limits.put(measure, limits(row)),
                            () -> table.mistake(key, "is no measure that tells left from right"));
        }
        return limits;
    }

    private static LeftRight.Limits limits(Section row) {
        LeftRight.Limits limits = new LeftRight.Limits(
                row.number("usual-spread", 200),
                row.number("watch", 200),
                row.number("act", 200),
                row.number("smallest-detectable", 200),
                row.flag("greater-is-heavier"));
        if (limits.watch() > limits.act()) {
            row.mistake("watch", "must be at most act");
        }
        row.end();
        return limits;
    }
}
