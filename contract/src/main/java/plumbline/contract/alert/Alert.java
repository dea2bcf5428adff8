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
import plumbline.contract.vocabulary.Code;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/**
 * A finding that a care team must see, with where the team stands: the newest state of it is what {@code alerts-v1} keeps.
 *
 * @param id derived from patient, kind, region and the beginning of the episode
 * @param team the care team that owns it
 * @param revision counts every change of this alert from 1; an action names the one it was based on. A step of escalation is none, so
 *     that whoever acknowledges meanwhile is not refused
 * @param attention what it asks for now
 * @param openedAt when the alert opened
 * @param updatedAt when its newest revision was made
 * @param acknowledgement who took it on; gone when it was reopened
 * @param resolution how it ended; only while resolved
 * @param finding the newest state of the finding behind it
 * @param pursuit who is asked next and when; absent once nobody is
 * @param assignee whom a team gave it to
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
    "pursuit",
    "assignee",
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
        Finding finding,
        Optional<Pursuit> pursuit,
        Optional<String> assignee) {

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

    /** An alert that nobody is asked about yet. */
    public Alert(
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
        this(
                id,
                patient,
                team,
                status,
                revision,
                attention,
                openedAt,
                updatedAt,
                acknowledgement,
                resolution,
                finding,
                Optional.empty(),
                Optional.empty());
    }

    /** The same revision with what comes next. */
    public Alert pursued(Optional<Pursuit> next) {
        return new Alert(
                id,
                patient,
                team,
                status,
                revision,
                attention,
                openedAt,
                updatedAt,
                acknowledgement,
                resolution,
                finding,
                next,
                assignee);
    }

    /** The same revision, given to somebody. */
    public Alert assigned(Optional<String> to) {
        return new Alert(
                id,
                patient,
                team,
                status,
                revision,
                attention,
                openedAt,
                updatedAt,
                acknowledgement,
                resolution,
                finding,
                pursuit,
                to);
    }

    /** What an alert waits for. */
    public enum Awaited implements Code {
        /** Somebody's answer; without it, the next step. */
        STEP,
        /** An action by whoever acknowledged; without it, the alert speaks again. */
        ACTION,
        /** The end of a snooze. */
        SNOOZE;

        private final String code = Code.of(this);

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * What happens next if nobody does anything.
     *
     * @param step the step that was reached, from 1
     * @param steps how many there are; after the last one it is repeated
     * @param at when
     */
    public record Pursuit(Awaited awaits, int step, int steps, Instant at) {}

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
