package plumbline.analytics.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How a patient's newest day moved on lately. What is too late is judged by the day that was the newest before an event was
 * accepted, not by the one that is when it is read: the two input topics are read side by side, and while a long history streams
 * in, one of them may be read weeks ahead of the other.
 *
 * @param steps in order, at least one; the first is the newest day as it was a while ago
 */
public record Horizon(List<Step> steps) {
    /** An event is read at most so long after one that was accepted later. */
    static final Duration READ_APART = Duration.ofMinutes(10);

    /**
     * A newer day.
     *
     * @param acceptedAt when its first event was accepted, on the service's clock
     */
    public record Step(Instant acceptedAt, LocalDate day) {
        public Step {
            Objects.requireNonNull(acceptedAt, "acceptedAt");
            Objects.requireNonNull(day, "day");
        }
    }

    public Horizon {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a horizon has at least one step");
        }
    }

    public static Horizon of(LocalDate day, Instant acceptedAt) {
        return new Horizon(List.of(new Step(acceptedAt, day)));
    }

    /** The newest local date of any event that was taken. */
    public LocalDate newest() {
        return last().day();
    }

    /** The newest day by which every event still to be read may be judged. */
    public LocalDate settled() {
        return steps.get(0).day();
    }

    /** The newest day for an event that was accepted then: those that came with it do not make it late. */
    public LocalDate newestBefore(Instant acceptedAt) {
        LocalDate newest = settled();
        for (Step step : steps) {
            if (!step.acceptedAt().isBefore(acceptedAt)) {
                break;
            }
            newest = step.day();
        }
        return newest;
    }

    Horizon movedTo(LocalDate day, Instant acceptedAt) {
        Instant readUntil = acceptedAt.minus(READ_APART);
        List<Step> kept = new ArrayList<>(steps.size() + 1);
        for (Step step : steps) {
            if (!step.acceptedAt().isAfter(readUntil)) {
                kept.clear();
            }
            kept.add(step);
        }
        boolean sameTime = kept.size() > 1 && last().acceptedAt().equals(acceptedAt);
        if (sameTime) {
            kept.remove(kept.size() - 1);
        }
        kept.add(new Step(acceptedAt, day));
        return new Horizon(kept);
    }

    private Step last() {
        return steps.get(steps.size() - 1);
    }
}
