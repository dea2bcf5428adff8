package plumbline.standalone.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.analytics.policy.Policy;
import plumbline.analytics.policyfile.InvalidPolicy;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.standalone.preflight.Obstacle;

/** The policies that an option names; the built-in one where it names none. */
final class Policies {

    private Policies() {}

    static Policy read(Optional<Path> file) {
        return read(List.of(file)).get(0);
    }

    /** Several at once, so that the mistakes of all are named. */
    static List<Policy> read(List<Optional<Path>> files) {
        List<Policy> policies = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (Optional<Path> file : files) {
            try {
                policies.add(file.isPresent() ? PolicyFile.read(file.get()) : PolicyFile.standard());
            } catch (InvalidPolicy invalid) {
                mistakes.add(String.valueOf(invalid.getMessage()));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new Obstacle(String.join("\nplumbline: ", mistakes));
        }
        return policies;
    }
}
