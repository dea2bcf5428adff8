package plumbline.analytics.policyfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import plumbline.analytics.policy.Policy;

/** Policies as YAML. */
public final class PolicyFile {
    /** The policy that comes with this release. */
    public static final String DEFAULT = "/policy/2026.11.yaml";

    static final int MOST_DAYS = 60;
    static final int WORST = 10;
    private static final YAMLMapper YAML = new YAMLMapper();

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
            mistakes.addAll(Duplicates.in(YAML.createParser(yaml)));
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
                SignsSection.read(file),
                CourseSection.read(file),
                LeftRightSection.read(file.section("left-right")),
                PostureSection.read(file.section("load-and-posture")));
        file.end();
        if (!mistakes.isEmpty()) {
            throw new InvalidPolicy(name, mistakes);
        }
        return policy;
    }
}
