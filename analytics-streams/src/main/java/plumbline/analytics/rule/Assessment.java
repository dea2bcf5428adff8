package plumbline.analytics.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import plumbline.analytics.episode.Episode;

/** Every episode that the rules see in a timeline. */
public record Assessment(List<Episode> episodes) {

    public Assessment {
        episodes = List.copyOf(episodes);
    }

    /** The first date on which it would differ although nothing arrives. */
    public Optional<LocalDate> nextDue() {
        return episodes.stream().flatMap(episode -> episode.endsOn().stream()).min(LocalDate::compareTo);
    }
}
