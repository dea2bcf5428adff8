package plumbline.standalone.installation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import plumbline.chassis.auth.AuthSettings;
import plumbline.chassis.config.InvalidSettings;
import plumbline.chassis.config.Setting;
import plumbline.chassis.config.Settings;
import plumbline.chassis.http.TlsFiles;
import plumbline.chassis.kafka.KafkaSettings;

/** The environment of each service, as if it were alone: the plan's, and over it what an installation decides itself. */
record Surroundings(Plan plan, String bootstrap) {
    private static final String PORT = "PLUMBLINE_HTTP_PORT";
    private static final String DATA_DIR = "PLUMBLINE_DATA_DIR";

    /**
     * The environment of one service.
     *
     * @param known the settings that it has
     */
    Map<String, String> of(String service, int port, Collection<Setting<?>> known) {
        Map<String, String> environment = new HashMap<>(plan.environment());
        environment.putIfAbsent(AuthSettings.JWKS.name(), plan.publicKeys().toString());
        environment.put(KafkaSettings.BOOTSTRAP.name(), bootstrap);
        environment.put(PORT, Integer.toString(port));
        environment.put(DATA_DIR, plan.state(service).toString());
        environment.keySet().retainAll(known.stream().map(Setting::name).toList());
        return environment;
    }

    /**
     * Refuses what none of the services would understand.
     *
     * @throws InvalidSettings naming each such variable
     */
    static void requireKnown(Map<String, String> environment, List<List<Setting<?>>> services) {
        TreeSet<String> known = new TreeSet<>(List.of(DATA_DIR));
        services.forEach(settings -> settings.forEach(setting -> known.add(setting.name())));
        known.removeAll(List.of(TlsFiles.CERTIFICATE.name(), TlsFiles.KEY.name()));
        List<String> mistakes = new ArrayList<>();
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(Settings.PREFIX) && !known.contains(name)) {
                mistakes.add(name + " is not a setting here; known are " + String.join(", ", known));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidSettings(mistakes);
        }
    }
}
