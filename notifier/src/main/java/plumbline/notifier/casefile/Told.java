package plumbline.notifier.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.Severity;

/**
 * What people have been told of an episode.
 *
 * @param severity the most urgent that was announced
 * @param stage the highest stage that was announced
 * @param messages counts all messages, so that each has an id of its own
 * @param addresses who got the firing, or may have, and has not been told of the end
 * @param referred when the patient was last referred to somebody
 */
public record Told(
        Optional<Severity> severity, int stage, int messages, List<Address> addresses, Optional<Instant> referred) {
    static final Told NOBODY = new Told(Optional.empty(), 0, 0, List.of(), Optional.empty());

    public Told {
        addresses = List.copyOf(addresses);
    }

    /** Whether a finding is worse than what was announced. */
    public boolean isWorse(Finding finding) {
        return isGraver(finding) || finding.stage().orElse(0) > stage;
    }

    /** Whether a finding is more urgent than what was announced. */
    public boolean isGraver(Finding finding) {
        return severity.filter(finding.severity()::isAbove).isPresent();
    }

    Told announced(Finding finding) {
        Severity worst = severity.map(finding.severity()::orAbove).orElse(finding.severity());
        int highest = Math.max(stage, finding.stage().orElse(0));
        return new Told(Optional.of(worst), highest, messages, addresses, referred);
    }

    Told counted() {
        return new Told(severity, stage, messages + 1, addresses, referred);
    }

    Told reached(Address address) {
        if (addresses.contains(address)) {
            return this;
        }
        List<Address> more = new ArrayList<>(addresses);
        more.add(address);
        return new Told(severity, stage, messages, more, referred);
    }

    Told closed(Address address) {
        List<Address> others =
                addresses.stream().filter(other -> !other.equals(address)).toList();
        return new Told(severity, stage, messages, others, referred);
    }

    Told referredAt(Instant at) {
        return new Told(severity, stage, messages, addresses, Optional.of(at));
    }
}
