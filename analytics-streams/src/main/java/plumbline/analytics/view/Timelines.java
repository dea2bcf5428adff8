package plumbline.analytics.view;

import java.net.URI;
import java.util.Optional;

/** Where the timelines of patients are found. */
public interface Timelines {

    /** What came of looking for one. */
    sealed interface Found {
        /** This instance holds it. */
        record Here(TimelineView view) implements Found {}

        /** Another instance holds it. */
        record Elsewhere(URI instance) implements Found {}

        /** Nothing is known of the patient. */
        record Nowhere() implements Found {}

        /** State is on its way between instances, or being restored. */
        record NotNow() implements Found {}
    }

    /** Looks for the last days of a patient. */
    Found find(String patient, int days);

    /** An address in the form {@code host:port}, if it is one. */
    static Optional<URI> instance(String scheme, String host, int port) {
        return host.isBlank() || port < 1
                ? Optional.empty()
                : Optional.of(URI.create(scheme + "://" + host + ":" + port));
    }
}
