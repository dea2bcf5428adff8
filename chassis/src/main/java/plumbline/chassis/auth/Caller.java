package plumbline.chassis.auth;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who is calling and what they may do.
 *
 * @param subject the authenticated person or system
 * @param patient the one patient whom the token is about; {@link #EVERY} for a trusted back end
 * @param team the care team whom the caller works for; {@link #EVERY} for all
 */
public record Caller(String subject, Set<Scope> scopes, Optional<String> patient, Optional<String> team) {
    /** Stands for every patient or every team. */
    public static final String EVERY = "*";

    /** Whoever calls a service that has no issuer and that only its own machine can reach. */
    public static final Caller LOCAL =
            new Caller("local", EnumSet.allOf(Scope.class), Optional.of(EVERY), Optional.of(EVERY));

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    /** Whether the token is about this patient, or about every one. */
    public boolean speaksFor(String id) {
        return patient.filter(claim -> claim.equals(EVERY) || claim.equals(id)).isPresent();
    }

    /** Whether the caller works for this team, or for every one. */
    public boolean worksFor(String id) {
        return team.filter(claim -> claim.equals(EVERY) || claim.equals(id)).isPresent();
    }
}
