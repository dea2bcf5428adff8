package plumbline.contract;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.contract.alert.ActionKind;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.alert.Attention;
import plumbline.contract.alert.CareAction;
import plumbline.contract.alert.NudgeAnswer;
import plumbline.contract.alert.ResolveReason;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Exercise;
import plumbline.contract.event.Lift;
import plumbline.contract.event.PainReport;
import plumbline.contract.event.SidedLoad;
import plumbline.contract.event.WalkingAsymmetry;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.EvidenceDay;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Pattern;
import plumbline.contract.finding.Severity;
import plumbline.contract.patient.Contact;
import plumbline.contract.patient.Erased;
import plumbline.contract.patient.ErasurePlace;
import plumbline.contract.patient.NudgeWishes;
import plumbline.contract.patient.PatientProfile;
import plumbline.contract.patient.QuietHours;
import plumbline.contract.patient.RiskFactor;
import plumbline.contract.team.CareTeam;
import plumbline.contract.team.Endpoint;
import plumbline.contract.team.Ladder;
import plumbline.contract.team.Member;
import plumbline.contract.team.Rung;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Limit;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

/** What the golden files hold, by their names. */
final class GoldenSamples {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    static final Map<String, Object> ALL = Map.ofEntries(
            Map.entry("care-team", careTeam()),
            Map.entry("alert-pursued", pursued()),
            Map.entry(
                    "nudge-answer",
                    new NudgeAnswer(
                            "Jk3P0aQx7LmN2bRt",
                            "p-1042",
                            NudgeAnswer.Response.NOT_NOW,
                            Instant.parse("2026-11-18T09:30:00Z"))),
            Map.entry("pain-report", report()),
            Map.entry(
                    "pain-report-least",
                    PainReport.of("7f9c", "p-1042", time("2026-11-20T07:30:00Z"))
                            .build()),
            Map.entry("activity-bout", walk()),
            Map.entry("activity-bout-lift", lift()),
            Map.entry("finding", compensation()),
            Map.entry("finding-least", flare()),
            Map.entry("patient", patient()),
            Map.entry("patient-least", PatientProfile.of("p-1042")),
            Map.entry("erased", new Erased("M3qf0Tj1CQ8n5b2a", "p-1042", ErasurePlace.ALERTS, AT)),
            Map.entry("alert", alert()),
            Map.entry("alert-open", openAlert()),
            Map.entry(
                    "alert-entry",
                    new AlertEntry(
                            "yDxCIDokQuMUa845",
                            "p-1042",
                            2,
                            2,
                            AT,
                            "acknowledged",
                            "nurse",
                            "on my way",
                            Optional.of("act-1"))),
            Map.entry(
                    "alert-entry-least",
                    new AlertEntry(
                            "yDxCIDokQuMUa845", "p-1042", 1, 1, AT, "opened", AlertEntry.SYSTEM, "", Optional.empty())),
            Map.entry(
                    "care-action",
                    new CareAction(
                            "act-1",
                            "yDxCIDokQuMUa845",
                            "p-1042",
                            ActionKind.SNOOZE,
                            2,
                            "nurse",
                            AT,
                            "after the visit",
                            Optional.of(AT.plusSeconds(3600)),
                            Optional.of(ResolveReason.BENIGN),
                            Optional.of("therapist"))),
            Map.entry(
                    "care-action-least",
                    new CareAction(
                            "act-2",
                            "yDxCIDokQuMUa845",
                            "p-1042",
                            ActionKind.ACKNOWLEDGE,
                            1,
                            "nurse",
                            AT,
                            "",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())));

    private GoldenSamples() {}

    private static OffsetDateTime time(String text) {
        return OffsetDateTime.parse(text);
    }

    private static PatientProfile patient() {
        return new PatientProfile(
                "p-1042",
                OptionalInt.of(1958),
                Optional.of(ZoneId.of("Europe/Zurich")),
                Optional.of("de-CH"),
                Optional.of("spine-north"),
                Set.of(RiskFactor.OSTEOPOROSIS, RiskFactor.CANCER_HISTORY),
                Optional.of(new Contact(
                        Optional.of(URI.create("https://push.example.org/u/7f9c")), Optional.of("maria@example.org"))),
                Optional.of(new QuietHours(LocalTime.of(21, 30), LocalTime.of(7, 0))),
                Optional.of(new NudgeWishes(OptionalInt.of(2), Set.of(FindingKind.PROLONGED_SITTING))));
    }

    private static PainReport report() {
        return PainReport.of("7f9c", "p-1042", time("2026-11-20T07:30:00.25+01:00"))
                .version(3)
                .retracted(true)
                .site(Site.LOWER_BACK)
                .side(Side.LEFT)
                .intensity(6)
                .onset(Onset.SUDDEN)
                .flare(true)
                .symptoms(EnumSet.of(Symptom.NIGHT_PAIN_UNRELIEVED, Symptom.FEVER))
                .limits(EnumSet.of(Limit.SELF_CARE, Limit.WALKING))
                .source("app/ios-4.2")
                .build();
    }

    private static ActivityBout walk() {
        return ActivityBout.of("a1b2", "p-1042", time("2026-11-20T08:00:00+01:00"), time("2026-11-20T08:12:00+01:00"))
                .version(1)
                .activity(Activity.WALKING)
                .load(new SidedLoad(Measure.GROUND_FORCE, 812.4, 768))
                .repetitions(1180)
                .source("insole/acme")
                .build();
    }

    private static ActivityBout lift() {
        return ActivityBout.of("a1b3", "p-1042", time("2026-11-20T08:00:00-03:30"), time("2026-11-20T09:00:00-03:30"))
                .activity(Activity.LIFTING)
                .load(new WalkingAsymmetry(7.5))
                .worn(false)
                .lift(new Lift(12.5, 25, 75, 40, 30, 0.5))
                .exercise(new Exercise("side bridge", true))
                .build();
    }

    private static Finding compensation() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("change", -7.25);
        numbers.put("days", 4.0);
        LocalDate day = LocalDate.parse("2026-11-18");
        return new Finding(
                "f3K0",
                "p-1042",
                FindingKind.COMPENSATION,
                Change.UPDATED,
                Severity.ROUTINE,
                OptionalInt.of(2),
                Optional.of(Site.KNEE),
                Side.RIGHT,
                LocalDate.parse("2026-11-14"),
                day,
                time("2026-11-18T07:30:00+01:00"),
                "2026.11",
                "Spares the right knee",
                Optional.of(Pattern.ANTALGIC),
                Optional.of(Side.LEFT),
                Optional.of(Measure.GROUND_FORCE),
                new Evidence(
                        "REL",
                        numbers,
                        List.of(EvidenceDay.symmetry(day, -7.2).withPain(5, 4.3)),
                        0.8,
                        List.of("7f9c")));
    }

    private static Finding flare() {
        LocalDate day = LocalDate.parse("2026-11-18");
        return new Finding(
                "f3K1",
                "p-1042",
                FindingKind.FLARE,
                Change.OPENED,
                Severity.INFO,
                OptionalInt.empty(),
                Optional.empty(),
                Side.UNKNOWN,
                day,
                day,
                time("2026-11-18T07:30:00Z"),
                "2026.11",
                "A flare",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Evidence("FLARE", Map.of(), List.of(), 1, List.of()));
    }

    private static Alert alert() {
        return new Alert(
                "yDxCIDokQuMUa845",
                "p-1042",
                "default",
                AlertStatus.RESOLVED,
                3,
                Attention.ACTIVE,
                AT,
                AT.plusSeconds(60),
                Optional.of(new Alert.Acknowledgement("nurse", AT.plusSeconds(30), "on my way")),
                Optional.of(new Alert.Resolution("nurse", AT.plusSeconds(60), Optional.of(ResolveReason.TRUE), "seen")),
                compensation());
    }

    private static Alert openAlert() {
        return new Alert(
                "yDxCIDokQuMUa845",
                "p-1042",
                "default",
                AlertStatus.OPEN,
                1,
                Attention.REVIEW,
                AT,
                AT,
                Optional.empty(),
                Optional.empty(),
                flare());
    }

    private static Alert pursued() {
        Alert open = openAlert();
        return open.assigned(Optional.of("anna"))
                .pursued(Optional.of(
                        new Alert.Pursuit(Alert.Awaited.STEP, 1, 3, Instant.parse("2026-11-18T06:35:00Z"))));
    }

    private static CareTeam careTeam() {
        Endpoint webhook = new Endpoint(
                ChannelKind.WEBHOOK,
                Optional.of("https://hooks.example.org/anna"),
                List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
        return new CareTeam(
                "spine-north",
                ZoneId.of("Europe/Zurich"),
                Optional.of("de"),
                List.of(
                        new Member("anna", List.of(webhook), Optional.of(night), false),
                        new Member(
                                "ben",
                                List.of(new Endpoint(ChannelKind.LOG, Optional.empty(), List.of())),
                                Optional.empty(),
                                true)),
                new Ladder(
                        List.of(
                                new Rung(Duration.ZERO, List.of("anna"), List.of(ChannelKind.WEBHOOK)),
                                new Rung(Duration.ofMinutes(5), List.of(), List.of())),
                        Duration.ofMinutes(10)),
                Ladder.ROUTINE,
                Optional.of("spine-south"));
    }
}
