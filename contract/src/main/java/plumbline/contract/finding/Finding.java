package plumbline.contract.finding;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/**
 * One change of a finding about one patient: what {@code findings-v1} carries.
 *
 * @param id the same for all changes of one episode
 * @param severity how soon somebody must act
 * @param stage how far a persistent pain has come, 1-4
 * @param site where; absent when no report said
 * @param since the local date on which the episode began
 * @param newestDay the newest local date that counted; tells whether this is about today or about the past
 * @param asOf the time for which it was assessed, in the patient's offset
 * @param policy the version of the policy whose rule made it
 * @param summary one sentence for a care team
 * @param pattern of a compensation
 * @param loadedSide the side that carries more, of a compensation or imbalance
 * @param measure what was compared, of a compensation or imbalance
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("finding")
public record Finding(
        String id,
        String patient,
        FindingKind kind,
        Change change,
        Severity severity,
        OptionalInt stage,
        Optional<Site> site,
        Side side,
        LocalDate since,
        LocalDate newestDay,
        OffsetDateTime asOf,
        String policy,
        String summary,
        Optional<Pattern> pattern,
        Optional<Side> loadedSide,
        Optional<Measure> measure,
        Evidence evidence) {

    public Finding {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(newestDay, "newestDay");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(evidence, "evidence");
        side = Objects.requireNonNullElse(side, Side.UNKNOWN);
    }
}
