package plumbline.contract.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/**
 * A finding that a care team must see, with where the team stands: the newest state of it is what {@code alerts-v1} keeps.
 *
 * @param id derived from patient, kind, region and the beginning of the episode
 * @param team the care team that owns it
 * @param revision counts every change of this alert from 1; an action names the one it was based on
 * @param attention what it asks for now
 * @param openedAt when the alert opened
 * @param updatedAt when its newest revision was made
 * @param acknowledgement who took it on; gone when it was reopened
 * @param resolution how it ended; only while resolved
 * @param finding the newest state of the finding behind it
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("alert")
// The derived fields too: their order would otherwise be that of reflection, which differs from one JVM to the next.
@JsonPropertyOrder({
    "id",
    "patient",
    "team",
    "status",
    "revision",
    "attention",
    "openedAt",
    "updatedAt",
    "acknowledgement",
    "resolution",
    "finding",
    "kind",
    "severity",
    "site",
    "side",
    "since",
    "summary"
})
public record Alert(
        String id,
        String patient,
        String team,
        AlertStatus status,
        long revision,
        Attention attention,
        Instant openedAt,
        Instant updatedAt,
        Optional<Acknowledgement> acknowledgement,
        Optional<Resolution> resolution,
        Finding finding) {

    public Alert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(attention, "attention");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        Objects.requireNonNull(finding, "finding");
    }

    /**
     * Who acknowledged, when, and what they said.
     *
     * @param note empty where nothing was said
     */
    public record Acknowledgement(String by, Instant at, String note) {}

    /**
     * How an alert ended.
     *
     * @param by the person, or {@code plumbline} when the finding itself ended
     * @param reason what it turned out to be; absent when the finding itself ended
     */
    public record Resolution(String by, Instant at, Optional<ResolveReason> reason, String note) {}

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public FindingKind kind() {
        return finding.kind();
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public Severity severity() {
        return finding.severity();
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public Optional<Site> site() {
        return finding.site();
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public Side side() {
        return finding.side();
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public LocalDate since() {
        return finding.since();
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String summary() {
        return finding.summary();
    }
}
