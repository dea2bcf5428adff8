package plumbline.analytics.timeline;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import plumbline.contract.vocabulary.Measure;

/**
 * What is kept of a day that is over.
 *
 * @param wornMinutes for how many minutes the device was on the body and saw something
 * @param movingMinutes for how many of them the body moved
 * @param stillestMinutes the minutes of the posture, other than moving, that was held most; not worn is one
 * @param symmetry the index of each measure in 1/100 %
 */
public record DayDigest(
        LocalDate date, int wornMinutes, int movingMinutes, int stillestMinutes, Map<Measure, Integer> symmetry) {

    public DayDigest {
        symmetry = Collections.unmodifiableMap(new TreeMap<>(symmetry));
    }

    /** Whether the day tells anything. */
    public boolean isEmpty() {
        return wornMinutes == 0 && stillestMinutes == 0 && symmetry.isEmpty();
    }
}
