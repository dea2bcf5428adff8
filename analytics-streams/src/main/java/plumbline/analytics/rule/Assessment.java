package plumbline.analytics.rule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.analytics.episode.Episode;

/**
 * Every episode that the rules see in a timeline.
 *
 * @param dues moments, beside the ends of the episodes, at which it may differ although nothing arrives
 */
public record Assessment(List<Episode> episodes, List<Instant> dues) {

    public Assessment {
        episodes = List.copyOf(episodes);
        dues = List.copyOf(dues);
    }

    /**
     * The first moment at which it would differ although nothing arrives.
     *
     * @param zone in which the patient's days begin
     */
    public Optional<Instant> nextDue(ZoneOffset zone) {
        Stream<Instant> ends = episodes.stream()
                .flatMap(episode -> episode.endsOn().stream())
                .map(date -> date.atStartOfDay().toInstant(zone));
        return Stream.concat(ends, dues.stream()).min(Instant::compareTo);
    }
}
