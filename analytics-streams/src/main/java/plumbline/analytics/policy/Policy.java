package plumbline.analytics.policy;

import java.util.Objects;

/**
 * Every number of the rules, in one version. A finding names the version that made it.
 *
 * @param version such as {@code 2026.11}
 */
public record Policy(
        String version, Signs signs, PainCourse course, LeftRight leftRight, LoadAndPosture loadAndPosture) {

    public Policy {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(signs, "signs");
        Objects.requireNonNull(course, "course");
        Objects.requireNonNull(leftRight, "leftRight");
        Objects.requireNonNull(loadAndPosture, "loadAndPosture");
    }
}
