package plumbline.analytics.episode;

import java.util.Objects;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.FindingKind;

/** What an episode is about. Of one subject, at most one episode is open at a time. */
public record Subject(FindingKind kind, Region region) {

    public Subject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(region, "region");
    }
}
