package plumbline.analytics.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.analytics.episode.Episode.Account;
import plumbline.analytics.symmetry.Balance;
import plumbline.analytics.symmetry.DaySeries;
import plumbline.analytics.symmetry.Suspicion;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.EvidenceDay;
import plumbline.contract.vocabulary.Side;

/** Says why a device is suspected: the usual index beside the mirrored one, and the day between. */
final class SuspectAccount {
    private final Body body;
    private final Balance balance;
    private final Suspicion suspicion;
    private final long until;

    /**
     * An account of one measure.
     *
     * @param until the first day of which nothing is said
     */
    SuspectAccount(Body body, SuspectRule.Case of, long until) {
        this.body = body;
        this.balance = of.balance();
        this.suspicion = of.suspicion();
        this.until = until;
    }

    Account holding() {
        Suspicion.Mirror mirror = suspicion.mirror();
        String summary = "Left and right seem to be exchanged since " + LocalDate.ofEpochDay(suspicion.since())
                + ": by " + balance.measure().code().replace('-', ' ') + " the " + words(mirror.median())
                + ", where usually the " + words(mirror.usual()) + ". Is the device on the right way round?";
        return new Account(summary, evidence("DEVICE-SUSPECT"));
    }

    Account ended(String rule) {
        String summary = rule.equals(SuspectRule.ADOPTED)
                ? "Left and right have stayed as they are for so long that this is the usual now"
                : "Left and right are as they used to be";
        return new Account(summary, evidence(rule));
    }

    private String words(double index) {
        Side heavier = balance.loaded(index > 0 ? 1 : -1);
        return heavier.code() + " side carries " + Math.round(Math.abs(index)) + " % more";
    }

    private Evidence evidence(String rule) {
        Suspicion.Mirror mirror = suspicion.mirror();
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("baseline", rounded(mirror.usual()));
        numbers.put("median", rounded(mirror.median()));
        numbers.put("offMirror", rounded(Math.abs(mirror.median() + mirror.usual())));
        numbers.put("offMirrorBelow", balance.limits().smallestDetectable());
        numbers.put("jump", rounded(mirror.jump()));
        numbers.put("jumpNeeded", rounded(Math.abs(mirror.usual())));
        numbers.put("days", (double) body.policy().sensing().deviceSuspect().days());
        numbers.put("adoptedAfterDays", (double)
                body.policy().sensing().deviceSuspect().adoptDays());
        DaySeries series = balance.raw();
        long from = suspicion.since() - body.policy().window().days();
        List<EvidenceDay> days = new ArrayList<>();
        for (long day = from; day < until; day++) {
            if (series.has(day)) {
                days.add(EvidenceDay.symmetry(LocalDate.ofEpochDay(day), Math.round(10 * series.index(day)) / 10.0));
            }
        }
        return new Evidence(rule, numbers, days, rounded((double) days.size() / (until - from)), List.of());
    }

    private static double rounded(double value) {
        return Math.round(100 * value) / 100.0;
    }
}
