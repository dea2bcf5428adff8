package plumbline.standalone.recording;

import java.time.Instant;
import java.time.LocalDate;
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

/** Findings as analytics would state them, one of a kind for each patient. */
public final class Findings {
    private Findings() {}

    public static Finding of(String patient, FindingKind kind, Severity severity, Change change, Instant asOf) {
        LocalDate today = asOf.atOffset(ZoneOffset.UTC).toLocalDate();
        return new Finding(
                patient + "." + kind.code(),
                patient,
                kind,
                change,
                severity,
                OptionalInt.empty(),
                Optional.of(Site.LOWER_BACK),
                Side.LEFT,
                today,
                today,
                asOf.atOffset(ZoneOffset.UTC),
                "2026.11",
                "Pain in the lower back, left",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Evidence("RULE", Map.of("worst", 9.0), List.of(), 1.0, List.of("e1")));
    }
}
