package plumbline.analytics.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
        LocalDate end = LocalDate.MAX;
        for (Episode episode : episodes) {
            LocalDate endsOn = episode.endsOn().orElse(LocalDate.MAX);
            end = endsOn.isBefore(end) ? endsOn : end;
        }
        Optional<Instant> first = end.equals(LocalDate.MAX)
                ? Optional.empty()
                : Optional.of(end.atStartOfDay().toInstant(zone));
        for (Instant due : dues) {
            first = first.filter(due::isAfter).or(() -> Optional.of(due));
        }
        return first;
    }
}
