package plumbline.analytics.backtest;

import java.time.Instant;
import java.util.List;
import plumbline.analytics.fold.Arrival;
import plumbline.analytics.fold.MemoryChart;
import plumbline.analytics.fold.Outcome;
import plumbline.analytics.fold.PatientFold;
import plumbline.analytics.history.Retention;
import plumbline.analytics.policy.Policy;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.finding.Finding;
import plumbline.contract.patient.PatientProfile;

/**
 * The fold over a patient of a file. It goes on from what is settled, as a running service does, which costs the same on every
 * day; and it folds the whole anew when a line reaches further back than a service would take, and at the end.
 */
final class FileFold {
    private final PatientFold onwards;
    private final PatientFold anew;

    FileFold(Policy policy) {
        onwards = new PatientFold(policy, Retention.ONWARDS);
        anew = new PatientFold(policy, Retention.UNBOUNDED);
    }

    Outcome accept(Event event, Arrival arrival, FileChart chart) {
        boolean back = chart.reachesBack(event);
        MemoryChart whole = back ? chart.whole() : null;
        Outcome outcome = whole == null ? onwards.accept(event, arrival, chart) : anew.accept(event, arrival, whole);
        if (outcome instanceof Outcome.Merged) {
            if (event instanceof PainReport report) {
                chart.keep(report);
            }
            if (whole != null) {
                chart.settle(whole);
            }
        }
        return outcome;
    }

    List<Finding> know(PatientProfile profile, Instant settled, FileChart chart) {
        return onwards.know(profile, settled, chart);
    }

    List<Finding> wake(String patient, Instant now, FileChart chart) {
        return onwards.wake(patient, now, chart);
    }

    List<Finding> finish(String patient, Instant now, FileChart chart) {
        return anew.finish(patient, now, chart.whole());
    }
}
