package plumbline.cohort.score;

import java.util.ArrayList;
import java.util.List;
import plumbline.cohort.match.Tally;

/** The tallies of some patients, added up. */
final class Sums {
    int facts;
    int found;
    int claims;
    int right;
    int sided;
    int sideRight;
    double months;
    final List<Integer> delays = new ArrayList<>();

    void add(Tally tally, double patientMonths) {
        facts += tally.facts();
        found += tally.found();
        claims += tally.claims();
        right += tally.right();
        sided += tally.sided();
        sideRight += tally.sideRight();
        months += patientMonths;
        delays.addAll(tally.delays());
    }
}
