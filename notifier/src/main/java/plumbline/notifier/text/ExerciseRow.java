package plumbline.notifier.text;

import java.util.List;
import java.util.Set;
import plumbline.contract.vocabulary.Site;

/**
 * What to do for some sites.
 *
 * @param stopsWith what the notifier can know and that forbids the exercises: open pain at these sites
 * @param skipIf what only the patient can know, in plain words
 */
public record ExerciseRow(
        Set<Site> sites, String release, String stretch, String activate, List<Site> stopsWith, List<String> skipIf) {
    public ExerciseRow {
        sites = Set.copyOf(sites);
        stopsWith = List.copyOf(stopsWith);
        skipIf = List.copyOf(skipIf);
        if (sites.isEmpty() || release.isBlank() || stretch.isBlank() || activate.isBlank()) {
            throw new IllegalArgumentException("exercises: a row needs sites, release, stretch and activate");
        }
    }
}
