package plumbline.notifier.console.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.Alert.Acknowledgement;
import plumbline.contract.alert.Alert.Pursuit;
import plumbline.contract.alert.Alert.Resolution;
import plumbline.contract.alert.ResolveReason;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Pattern;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Side;

/** The codes of the contract, and times, as a care team says them. */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_MOMENT =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss z", Locale.ENGLISH);
    private static final int HOURS_SHOWN = 48;

    private Words() {}

    static String severity(Severity severity) {
        return severity == Severity.INFO ? "For information" : sentence(severity.code());
    }

    static String kind(Finding finding) {
        return switch (finding.kind()) {
            case RED_FLAG -> "Red flag";
            case PERSISTENT_PAIN -> "Persistent pain" + stage(finding);
            case COMPENSATION -> "Compensation: " + pattern(finding);
            case IMBALANCE -> "Left-right imbalance without pain";
            case DEVICE_SUSPECT -> "Device may be wrong";
            case FLARE -> "Flare-up";
            case URGENT_PAIN,
                    RECURRENT_PAIN,
                    WORSENING_PAIN,
                    IMPROVEMENT,
                    PROLONGED_SITTING,
                    PROLONGED_STANDING,
                    REPETITIVE_LOAD,
                    HEAVY_LIFT -> sentence(finding.kind().code());
            case WENT_QUIET ->
                finding.severity() == Severity.INFO
                        ? "Device not worn"
                        : sentence(finding.kind().code());
        };
    }

    private static String stage(Finding finding) {
        return finding.stage().isPresent() ? ", stage " + finding.stage().getAsInt() : "";
    }

    private static String pattern(Finding finding) {
        return finding.pattern()
                .map(pattern ->
                        pattern == Pattern.ANTALGIC ? "the painful side is spared" : "the painful side carries more")
                .orElse("pattern not known");
    }

    /** Site and side, such as {@code Lower back, left}. */
    static String where(Finding finding) {
        String site = finding.site()
                .map(place -> switch (place) {
                    case WRIST_HAND -> "Wrist or hand";
                    case ANKLE_FOOT -> "Ankle or foot";
                    default -> sentence(place.code());
                })
                .orElse(finding.kind() == FindingKind.WENT_QUIET ? "" : "Site not reported");
        return site.isEmpty() ? "" : site + side(finding.side());
    }

    private static String side(Side side) {
        return switch (side) {
            case LEFT -> ", left";
            case RIGHT -> ", right";
            case BOTH -> ", both sides";
            case MIDLINE -> ", midline";
            case UNKNOWN -> ", side not known";
        };
    }

    /** Where the team stands, with who and when. */
    static String status(Alert alert, Instant now) {
        return switch (alert.status()) {
            case OPEN -> "Not acknowledged";
            case ACKNOWLEDGED ->
                "Acknowledged" + alert.acknowledgement().map(by -> by(by, now)).orElse("");
            case IN_ACTION ->
                "In action" + alert.acknowledgement().map(by -> by(by, now)).orElse("");
            case RESOLVED ->
                "Resolved" + alert.resolution().map(end -> ended(end, now)).orElse("");
        };
    }

    private static String by(Acknowledgement by, Instant now) {
        return " by " + by.by() + ", " + ago(by.at(), now);
    }

    private static String ended(Resolution end, Instant now) {
        return " by " + end.by() + end.reason().map(Words::reason).orElse("") + ", " + ago(end.at(), now);
    }

    private static String reason(ResolveReason reason) {
        return switch (reason) {
            case TRUE -> " as true";
            case BENIGN -> " as benign";
            case FALSE -> " as a false alarm";
            case DUPLICATE -> " as a duplicate";
        };
    }

    /** What happens next, and in what time. */
    static String next(Pursuit pursuit, Instant now) {
        String what = switch (pursuit.awaits()) {
            case STEP ->
                "Step " + pursuit.step() + " of " + pursuit.steps() + " reached; "
                        + (pursuit.step() < pursuit.steps() ? "the next" : "repeated");
            case ACTION -> "Speaks again without an action";
            case SNOOZE -> "Snoozed; speaks again";
        };
        return what + (pursuit.at().isAfter(now) ? " in " + span(now, pursuit.at()) : " now");
    }

    /** A length of time in its largest whole unit. */
    static String span(Instant from, Instant to) {
        Duration span = Duration.between(from, to);
        if (span.toMinutes() < 1) {
            return "under 1 min";
        }
        if (span.toHours() < 1) {
            return span.toMinutes() + " min";
        }
        return span.toHours() < HOURS_SHOWN ? span.toHours() + " h" : span.toDays() + " days";
    }

    static String ago(Instant at, Instant now) {
        return span(at, now) + " ago";
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    static String shortMoment(Instant at, ZoneId zone) {
        return SHORT_MOMENT.format(at.atZone(zone));
    }

    /** A code as the beginning of a sentence: {@code lower-back}, Lower back. */
    static String sentence(String code) {
        String words = code.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
