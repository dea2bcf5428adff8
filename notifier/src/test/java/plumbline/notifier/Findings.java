package plumbline.notifier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/** Findings for tests: one about a patient's lower back, of a kind and severity. */
public record Findings(String id, String patient, FindingKind kind, Severity severity, Optional<Site> site) {
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(1);

    public static Findings of(FindingKind kind, Severity severity) {
        return new Findings(kind.code(), "p-1", kind, severity, Optional.of(Site.LOWER_BACK));
    }

    public Findings about(String otherPatient) {
        return new Findings(id, otherPatient, kind, severity, site);
    }

    public Findings at(Severity other) {
        return new Findings(id, patient, kind, other, site);
    }

    public Finding opened(Instant asOf) {
        return say(Change.OPENED, asOf, asOf.atOffset(OFFSET).toLocalDate(), Side.UNKNOWN);
    }

    public Finding updated(Instant asOf) {
        return say(Change.UPDATED, asOf, asOf.atOffset(OFFSET).toLocalDate(), Side.UNKNOWN);
    }

    public Finding resolved(Instant asOf) {
        return say(Change.RESOLVED, asOf, asOf.atOffset(OFFSET).toLocalDate(), Side.UNKNOWN);
    }

    public Finding withdrawn(Instant asOf) {
        return say(Change.WITHDRAWN, asOf, asOf.atOffset(OFFSET).toLocalDate(), Side.UNKNOWN);
    }

    public Finding say(Change change, Instant asOf, LocalDate newestDay, Side loaded) {
        return new Finding(
                id,
                patient,
                kind,
                change,
                severity,
                OptionalInt.empty(),
                site,
                Side.LEFT,
                LocalDate.parse("2026-11-16"),
                newestDay,
                OffsetDateTime.ofInstant(asOf, OFFSET),
                "2026.11",
                "Pain in the lower back, left",
                Optional.empty(),
                loaded.isOneSided() ? Optional.of(loaded) : Optional.empty(),
                Optional.empty(),
                new Evidence("RULE", Map.of("painDays", 4.0), List.of(), 1.0, List.of("e1")));
    }
}
