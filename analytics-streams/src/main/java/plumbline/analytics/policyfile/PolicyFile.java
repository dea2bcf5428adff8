package plumbline.analytics.policyfile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.analytics.policy.FlagLevel;
import plumbline.analytics.policy.LeftRight;
import plumbline.analytics.policy.PersistentPain;
import plumbline.analytics.policy.Policy;
import plumbline.analytics.policy.RedFlags;
import plumbline.analytics.policy.UrgentPain;
import plumbline.contract.vocabulary.Codes;
import plumbline.contract.vocabulary.Limit;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

/** Policies as YAML. */
public final class PolicyFile {
    /** The policy that comes with this release. */
    public static final String DEFAULT = "/policy/2026.11.yaml";

    private static final int MOST_DAYS = 60;
    private static final int WORST = 10;
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PolicyFile() {}

    /** The policy that comes with this release. */
    public static Policy standard() {
        try (InputStream in = PolicyFile.class.getResourceAsStream(DEFAULT)) {
            if (in == null) {
                throw new IllegalStateException("no " + DEFAULT + " on the classpath");
            }
            return parse(DEFAULT, in.readAllBytes());
        } catch (IOException | InvalidPolicy broken) {
            throw new IllegalStateException("the policy of this release is broken", broken);
        }
    }

    /**
     * The policy of a file.
     *
     * @throws InvalidPolicy naming every mistake, or that the file cannot be read
     */
    public static Policy read(Path file) throws InvalidPolicy {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new InvalidPolicy(file.toString(), List.of("cannot be read; does it exist?"));
        }
        return parse(file.toString(), bytes);
    }

    static Policy parse(String name, byte[] yaml) throws InvalidPolicy {
        List<String> mistakes = new ArrayList<>();
        JsonNode tree;
        try {
            tree = YAML.readTree(yaml);
        } catch (JsonProcessingException broken) {
            throw new InvalidPolicy(
                    name,
                    List.of("is not YAML at line " + broken.getLocation().getLineNr() + ": "
                            + broken.getOriginalMessage().lines().findFirst().orElse("")));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
        Section file = new Section("", tree, mistakes);
        Policy policy = new Policy(
                file.text("version"),
                urgentPain(file.section("urgent-pain")),
                redFlags(file.section("red-flags")),
                persistentPain(file.section("persistent-pain")),
                leftRight(file.section("left-right")));
        file.end();
        if (!mistakes.isEmpty()) {
            throw new InvalidPolicy(name, mistakes);
        }
        return policy;
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
        RedFlags flags = new RedFlags(
                level(section.section("emergency")),
                level(section.section("same-day")),
                section.whole("stands-days", 1, MOST_DAYS));
        section.end();
        return flags;
    }

    private static FlagLevel level(Section section) {
        List<FlagLevel.Combination> combinations = new ArrayList<>();
        for (Section each : section.sections("combinations")) {
            combinations.add(new FlagLevel.Combination(
                    each.codes("any", Symptom.class, true),
                    each.codes("with", Symptom.class, true),
                    each.codes("or-onset", Onset.class, false),
                    each.codes("or-site", Site.class, false),
                    each.wholeIfPresent("or-age-over", 1, 120)));
            each.end();
        }
        FlagLevel level = new FlagLevel(section.codes("codes", Symptom.class, true), combinations);
        section.end();
        return level;
    }

    private static PersistentPain persistentPain(Section section) {
        PersistentPain pain = new PersistentPain(
                new PersistentPain.Open(
                        section.whole("pain-from", 1, WORST),
                        section.whole("pain-days", 1, MOST_DAYS),
                        section.whole("window-days", 1, MOST_DAYS),
                        section.whole("span-days", 1, MOST_DAYS)),
                new PersistentPain.Close(
                        section.whole("felt-from", 1, WORST),
                        section.whole("free-days", 1, MOST_DAYS),
                        section.number("reported-share", 1)));
        if (pain.open().painDays() > pain.open().windowDays()
                || pain.open().spanDays() > pain.open().windowDays()) {
            section.mistake("window-days", "must be at least pain-days and span-days");
        }
        section.end();
        return pain;
    }

    private static LeftRight leftRight(Section section) {
        LeftRight leftRight = new LeftRight(
                baseline(section.section("baseline")),
                pageHinkley(section.section("page-hinkley")),
                window(section.section("window")),
                besidePain(section.section("beside-pain")),
                measures(section.section("measures")));
        section.end();
        return leftRight;
    }

    private static LeftRight.Baseline baseline(Section section) {
        LeftRight.Baseline baseline = new LeftRight.Baseline(
                section.whole("from-day", 1, MOST_DAYS),
                section.whole("to-day", 1, MOST_DAYS),
                section.whole("pain-below", 1, WORST),
                section.whole("least-days", 1, MOST_DAYS),
                section.number("shrink-weight", 1000));
        if (baseline.fromDay() < baseline.toDay()) {
            section.mistake("from-day", "must be at least to-day: both count back");
        }
        section.end();
        return baseline;
    }

    private static LeftRight.PageHinkley pageHinkley(Section section) {
        LeftRight.PageHinkley pageHinkley = new LeftRight.PageHinkley(
                section.number("delta", 10),
                section.number("lambda", 1000),
                section.number("quiet-lambda", 1000),
                section.number("winsor", 100),
                section.whole("refractory-days", 1, MOST_DAYS));
        section.end();
        return pageHinkley;
    }

    private static LeftRight.Window window(Section section) {
        LeftRight.Window window = new LeftRight.Window(
                section.whole("days", 1, MOST_DAYS),
                section.whole("least-days", 1, MOST_DAYS),
                section.whole("same-side-days", 1, MOST_DAYS),
                section.number("sigmas", 10),
                section.number("hysteresis", 1),
                section.whole("lapse-days", 1, MOST_DAYS));
        if (window.leastDays() > window.days()) {
            section.mistake("least-days", "must be at most days");
        }
        section.end();
        return window;
    }

    private static LeftRight.BesidePain besidePain(Section section) {
        LeftRight.BesidePain besidePain = new LeftRight.BesidePain(
                section.whole("pain-from", 1, WORST),
                section.whole("within-days", 1, MOST_DAYS),
                section.whole("soon-from", 1, WORST),
                new LeftRight.SideShare(
                        section.whole("near-days", 1, MOST_DAYS),
                        section.whole("least-days", 1, MOST_DAYS),
                        section.number("antalgic-from", 1),
                        section.number("overload-to", 1)),
                section.whole("imbalance-routine-days", 1, MOST_DAYS));
        section.end();
        return besidePain;
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
