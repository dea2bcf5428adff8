package plumbline.analytics.symmetry;

import java.util.OptionalLong;

/**
 * Days on which a device seems to take left for right.
 *
 * @param since the first day whose values cannot be trusted
 * @param heldOn the first day on which that was clear
 * @param mirror what it was seen by
 * @param endedOn the first day on which it was over; absent while it goes on
 * @param adopted whether it is over because the new sign has lasted: the values are the usual ones from {@code since} on
 */
public record Suspicion(long since, long heldOn, Mirror mirror, OptionalLong endedOn, boolean adopted) {

    /**
     * An index that became its own mirror image.
     *
     * @param usual the index before, in percent
     * @param median the median of the first days after
     * @param jump how far the index moved from one measured day to the next
     */
    public record Mirror(double usual, double median, double jump) {}

    static Suspicion open(long since, long heldOn, Mirror mirror) {
        return new Suspicion(since, heldOn, mirror, OptionalLong.empty(), false);
    }

    Suspicion returnedOn(long day) {
        return new Suspicion(since, heldOn, mirror, OptionalLong.of(day), false);
    }

    Suspicion adoptedOn(long day) {
        return new Suspicion(since, heldOn, mirror, OptionalLong.of(day), true);
    }

    public boolean isOpen() {
        return endedOn.isEmpty();
    }
}
