package plumbline.analytics.effort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import plumbline.contract.event.ActivityBout;

/** The efforts of a day, by bout: a join-semilattice. A later version of a bout replaces the earlier, and never adds. */
public record Efforts(List<Effort> all) {
    public static final Efforts NONE = new Efforts(List.of());

    private static final Comparator<Effort> ORDER =
            Comparator.comparingInt(Effort::minute).thenComparingInt(Effort::event);

    /** Efforts in order, one of each bout. */
    public Efforts {
        all = List.copyOf(all);
    }

    /** What a bout tells: nothing, unless it is an effort or may withdraw one. */
    public static Efforts of(ActivityBout bout) {
        Effort effort = Effort.of(bout);
        boolean tells = effort.kind() != Effort.Kind.NONE || bout.retracted() || bout.version() > 0;
        return tells ? new Efforts(List.of(effort)) : NONE;
    }

    /** The join of both. */
    public Efforts merge(Efforts other) {
        if (other.all.isEmpty()) {
            return this;
        }
        List<Effort> merged = new ArrayList<>(all);
        for (Effort effort : other.all) {
            int place = 0;
            while (place < merged.size() && merged.get(place).event() != effort.event()) {
                place++;
            }
            if (place == merged.size()) {
                merged.add(effort);
            } else if (Effort.PRECEDENCE.compare(effort, merged.get(place)) > 0) {
                merged.set(place, effort);
            }
        }
        merged.sort(ORDER);
        return new Efforts(merged);
    }

    /** Those of one kind, in the order in which they began. */
    public Stream<Effort> of(Effort.Kind kind) {
        return all.stream().filter(effort -> effort.kind() == kind);
    }
}
