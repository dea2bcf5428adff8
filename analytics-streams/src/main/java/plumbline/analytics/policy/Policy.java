package plumbline.analytics.policy;

import java.util.Objects;

/**
 * Every number of the rules, in one version. A finding names the version that made it.
 *
 * @param version such as {@code 2026.11}
 */
public record Policy(
        String version, UrgentPain urgentPain, RedFlags redFlags, PersistentPain persistentPain, LeftRight leftRight) {

    public Policy {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(urgentPain, "urgentPain");
        Objects.requireNonNull(redFlags, "redFlags");
        Objects.requireNonNull(persistentPain, "persistentPain");
        Objects.requireNonNull(leftRight, "leftRight");
    }
}
