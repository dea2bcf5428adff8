package plumbline.standalone.issuer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a token lets its bearer do.
 *
 * @param user who it is, as histories will name them
 * @param scopes such as {@code events:write}
 * @param patient whose data
 * @param team which care team the user works for
 */
public record Grant(String user, List<String> scopes, Optional<String> patient, Optional<String> team) {
    /** Stands for every patient, of a trusted back end, or for every team. */
    public static final String EVERYBODY = "*";

    private static final List<String> OF_PATIENT = List.of("events:write", "timeline:read");
    private static final List<String> OF_BACK_END = List.of("events:write", "patients:write", "timeline:read");
    private static final List<String> OF_TEAM = List.of("alerts:read", "alerts:act", "timeline:read", "teams:write");

    public Grant {
        scopes = List.copyOf(scopes);
    }

    /** A patient's app, or a back end that speaks for every patient, with the usual scopes. */
    public static Grant ofPatient(String user, String patient) {
        List<String> scopes = patient.equals(EVERYBODY) ? OF_BACK_END : OF_PATIENT;
        return new Grant(user, scopes, Optional.of(patient), Optional.empty());
    }

    /** A member of a care team, with the usual scopes. */
    public static Grant ofTeam(String user, String team) {
        return new Grant(user, OF_TEAM, Optional.empty(), Optional.of(team));
    }

    /** Somebody who may do everything with everybody's data: only for simulated patients. */
    public static Grant ofEverything(String user) {
        List<String> scopes =
                Stream.of(OF_BACK_END, OF_TEAM).flatMap(List::stream).distinct().toList();
        return new Grant(user, scopes, Optional.of(EVERYBODY), Optional.of(EVERYBODY));
    }

    /** The same bearer with exactly these scopes. */
    public Grant withScopes(List<String> others) {
        return new Grant(user, others, patient, team);
    }
}
