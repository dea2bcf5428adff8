package plumbline.cohort.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one row says of one patient.
 *
 * @param facts that had to be found
 * @param found of those, in time
 * @param claims that were made
 * @param right of those, about a fact
 * @param sided of those, about a fact with a side
 * @param sideRight of those, naming that side
 * @param delays from the moment a fact held until it was claimed, in days, of the facts found
 */
public record Tally(int facts, int found, int claims, int right, int sided, int sideRight, List<Integer> delays) {

    public Tally {
        delays = List.copyOf(delays);
    }

    /**
     * Matches claims with facts, one to one: in the order in which they were raised, each with the first fact that admits it and is
     * still free, one whose side it names before others. A second claim about the same fact is false: a care team would see one episode twice.
     * Where a row's claims stand, a fact that nobody claimed is found if a right claim about it was still open.
     */
    static Tally of(List<Expected> facts, List<Raised> claims, boolean stands) {
        Map<Expected, Raised> matched = new HashMap<>();
        List<Expected> inOrder = new ArrayList<>(facts);
        inOrder.sort(Comparator.comparing(Expected::from));
        claims.stream()
                .sorted(Comparator.comparing(Raised::on))
                .forEach(claim -> inOrder.stream()
                        .filter(fact -> fact.admits(claim) && !matched.containsKey(fact))
                        .min(Comparator.comparing(fact -> !fact.namesSide(claim)))
                        .ifPresent(fact -> matched.put(fact, claim)));
        List<Integer> delays = new ArrayList<>();
        int counted = 0;
        for (Expected fact : facts) {
            if (!fact.counted()) {
                continue;
            }
            counted++;
            Raised claim = matched.get(fact);
            if (claim != null && !claim.on().isAfter(fact.due())) {
                delays.add((int) (claim.on().toEpochDay() - fact.held().toEpochDay()));
            } else if (stands && claim == null && covered(fact, matched)) {
                delays.add(0);
            }
        }
        int sided = (int) matched.keySet().stream()
                .filter(fact -> fact.where().side().isPresent())
                .count();
        int sideRight = (int) matched.entrySet().stream()
                .filter(pair -> pair.getKey().namesSide(pair.getValue()))
                .count();
        return new Tally(counted, delays.size(), claims.size(), matched.size(), sided, sideRight, delays);
    }

    private static boolean covered(Expected fact, Map<Expected, Raised> matched) {
        return matched.values().stream()
                .anyMatch(claim ->
                        claim.on().isBefore(fact.from()) && claim.until().isAfter(fact.from()));
    }
}
