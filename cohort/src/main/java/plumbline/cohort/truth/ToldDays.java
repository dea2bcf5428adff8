package plumbline.cohort.truth;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import plumbline.cohort.latent.Region;
import plumbline.cohort.observe.Observation;
import plumbline.contract.event.PainReport;
import plumbline.contract.vocabulary.Limit;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Symptom;

/** What a patient told of one region, day by day, before anything of it came late, twice or wrong: all that a perfect reader knows. */
final class ToldDays {
    private static final int SUDDEN = 7;
    private static final int SEVERE = 8;
    private static final int UNTOLD = -1;

    private final int[] worst;
    private final BitSet reported = new BitSet();
    private final BitSet urgent = new BitSet();
    private final BitSet sudden = new BitSet();
    private final Map<Symptom, BitSet> named = new EnumMap<>(Symptom.class);

    /** Days of which nothing is told yet. */
    ToldDays(int days) {
        worst = new int[days];
        Arrays.fill(worst, UNTOLD);
    }

    /** What is told of a region. */
    static ToldDays of(Observation patient, int days, Region region) {
        ToldDays told = new ToldDays(days);
        for (int day = 0; day < days; day++) {
            for (PainReport entry : patient.told(day)) {
                told.reported.set(day);
                if (entry.site().equals(Optional.of(region.site())) && entry.side() == region.side()) {
                    told.tell(day, entry);
                }
            }
        }
        return told;
    }

    /** Takes an entry about the region. */
    void tell(int day, PainReport entry) {
        int pain = entry.intensity().orElse(UNTOLD);
        reported.set(day);
        worst[day] = Math.max(worst[day], pain);
        boolean strikes = entry.onset() == Onset.SUDDEN && pain >= SUDDEN;
        boolean cripples = pain >= SEVERE
                && entry.limits().stream().anyMatch(List.of(Limit.WALKING, Limit.STANDING, Limit.SLEEP)::contains);
        sudden.set(day, sudden.get(day) || strikes);
        urgent.set(day, urgent.get(day) || strikes || cripples);
        entry.symptoms()
                .forEach(symptom ->
                        named.computeIfAbsent(symptom, any -> new BitSet()).set(day));
    }

    int days() {
        return worst.length;
    }

    /** Whether anything was told on the day, of this region or another. */
    boolean reported(int day) {
        return reported.get(day);
    }

    /** How many of these days have a report, both ends included. */
    int reportedDays(int from, int to) {
        return (int) IntStream.rangeClosed(Math.max(0, from), to)
                .filter(this::reported)
                .count();
    }

    /** Whether pain of this much was told. */
    boolean hurt(int day, int least) {
        return day >= 0 && worst[day] >= least;
    }

    /** Whether a score was told. */
    boolean scored(int day) {
        return day >= 0 && worst[day] != UNTOLD;
    }

    boolean urgent(int day) {
        return urgent.get(day);
    }

    boolean sudden(int day) {
        return sudden.get(day);
    }

    boolean named(Symptom symptom, int day) {
        return named.getOrDefault(symptom, new BitSet()).get(day);
    }

    /** The median of the scores told on these days, both ends included; nothing of fewer than so many. */
    OptionalDouble median(int from, int to, int least) {
        int[] scores = IntStream.rangeClosed(Math.max(0, from), Math.min(to, days() - 1))
                .filter(this::scored)
                .map(day -> worst[day])
                .sorted()
                .toArray();
        int middle = scores.length / 2;
        if (scores.length < Math.max(1, least)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(scores.length % 2 == 1 ? scores[middle] : (scores[middle - 1] + scores[middle]) / 2.0);
    }
}
