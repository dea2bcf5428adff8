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
import java.util.List;
import plumbline.analytics.policy.FlagLevel;
import plumbline.analytics.policy.PersistentPain;
import plumbline.analytics.policy.Policy;
import plumbline.analytics.policy.RedFlags;
import plumbline.analytics.policy.UrgentPain;
import plumbline.contract.vocabulary.Limit;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

/** Policies as YAML. */
public final class PolicyFile {
    /** The policy that comes with this release. */
    public static final String DEFAULT = "/policy/2026.11.yaml";

    static final int MOST_DAYS = 60;
    static final int WORST = 10;
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
                LeftRightSection.read(file.section("left-right")));
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
}
