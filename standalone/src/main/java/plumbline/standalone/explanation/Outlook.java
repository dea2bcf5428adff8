package plumbline.standalone.explanation;

import static plumbline.standalone.explanation.NumberTable.plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import plumbline.analytics.policy.Improvement;
import plumbline.analytics.policy.LeftRight;
import plumbline.analytics.policy.PersistentPain;
import plumbline.analytics.policy.Policy;
import plumbline.analytics.policy.WentQuiet;
import plumbline.analytics.policy.WorseningPain;
import plumbline.contract.finding.Finding;

/** What would have to change for a finding to end, by the numbers of the policy. */
final class Outlook {
    private final Policy policy;
    private final Finding finding;

    private Outlook(Told told) {
        this.policy = told.policy();
        this.finding = told.held();
    }

    static List<String> lines(Told told) {
        return told.isOpen()
                ? new Outlook(told).lines()
                : List.of("Nothing: it is over since " + told.last().asOf().toLocalDate() + ".");
    }

    private List<String> lines() {
        return switch (finding.kind()) {
            case PERSISTENT_PAIN, RECURRENT_PAIN -> felt();
            case WORSENING_PAIN -> worsening();
            case IMPROVEMENT -> improvement();
            case FLARE -> stands(policy.signs().flare().standsDays());
            case URGENT_PAIN -> stands(policy.signs().urgentPain().standsDays());
            case RED_FLAG -> stands(policy.signs().redFlags().standsDays());
            case WENT_QUIET -> quiet();
            case COMPENSATION, IMBALANCE -> lean();
            case DEVICE_SUSPECT -> device();
            case PROLONGED_SITTING, PROLONGED_STANDING, REPETITIVE_LOAD, HEAVY_LIFT -> List.of("Ends with the day.");
        };
    }

    private List<String> felt() {
        PersistentPain pain = policy.course().persistent();
        PersistentPain.Close close = pain.close();
        // As the rule compares: not rounded before.
        long reported = (long) Math.ceil(close.reportedShare() * close.freeDays());
        List<String> lines = new ArrayList<>();
        lines.add("Resolves after " + days(close.freeDays()) + " without pain of " + close.feltFrom()
                + " or more, of which " + reported + " must be reported: on " + after(close.freeDays())
                + " at the earliest. With fewer reports it ends then as uncertain (LAPSED).");
        OptionalInt stage = finding.stage();
        if (stage.isPresent() && stage.getAsInt() < pain.stages().size()) {
            PersistentPain.Stage next = pain.stages().get(stage.getAsInt());
            lines.add("Becomes stage " + (stage.getAsInt() + 1) + " ("
                    + next.severity().code()
                    + ") if it is still felt, without clear improvement, on "
                    + finding.since().plusDays(next.afterDays()) + ".");
        }
        return lines;
    }

    private List<String> worsening() {
        WorseningPain worse = policy.course().worsening();
        return List.of(
                "Ends on the first day with a report on which the middle pain of the last "
                        + days(worse.week().days()) + " is less than " + plain(worse.keepsPoints())
                        + " above that of the last " + days(worse.month().days()) + ".",
                lapses(worse.lapseDays(), "a report of this region"));
    }

    private List<String> improvement() {
        Improvement improvement = policy.course().improvement();
        return List.of(
                "Ends when the middle pain of the last " + days(improvement.windowDays()) + " is neither "
                        + plain(improvement.keeps().points()) + " nor "
                        + percent(improvement.keeps().share())
                        + " under that of the first days, or when the persistent pain itself is over.",
                lapses(improvement.lapseDays(), "a report of this region"));
    }

    private List<String> stands(int standsDays) {
        return List.of("Ends when no further report of this kind comes for " + days(standsDays) + ": on "
                + after(standsDays) + " at the earliest.");
    }

    private List<String> quiet() {
        if (finding.evidence().rule().equals("NOT-WORN")) {
            int lapseDays = policy.loadAndPosture().wear().lapseDays();
            return List.of("Ends on the first day on which the device is worn.", lapses(lapseDays, "any data"));
        }
        WentQuiet quiet = policy.signs().wentQuiet();
        return List.of(
                "Ends as soon as anything is heard of the patient: a report, or a device.",
                lapses(quiet.lapseDays(), "any word"));
    }

    private List<String> lean() {
        LeftRight leftRight = policy.leftRight();
        LeftRight.Window window = leftRight.window();
        String index = finding.measure()
                .map(measure -> " by " + measure.code().replace('-', ' '))
                .orElse("");
        String limit = threshold("watch", "act");
        String change = threshold("changeNeeded");
        return List.of(
                "Ends when the middle index of " + days(window.days()) + index + " is under "
                        + percent(window.hysteresis()) + " of the limit" + limit + " or of the change that counts"
                        + change
                        + ", with " + window.leastDays() + " of those days measured.",
                lapses(window.lapseDays(), "a measured day"));
    }

    /** What an open finding must come under for one of its limits, where it names that. */
    private String threshold(String... names) {
        double share = policy.leftRight().window().hysteresis();
        for (String name : names) {
            Double limit = finding.evidence().numbers().get(name);
            if (limit != null) {
                return " (" + plain(Math.round(100 * share * limit) / 100.0) + " %)";
            }
        }
        return "";
    }

    private List<String> device() {
        LeftRight.DeviceSuspect suspect = policy.leftRight().sensing().deviceSuspect();
        return List.of(
                "Ends after " + suspect.days() + " measured days on the old side: check the device, left and right.",
                "If the sides stay exchanged they are the usual ones from "
                        + finding.since().plusDays(suspect.adoptDays()) + ".");
    }

    private String lapses(int lapseDays, String without) {
        return "Lapses after " + days(lapseDays) + " without " + without + ": on " + after(lapseDays) + ".";
    }

    private LocalDate after(int days) {
        return finding.newestDay().plusDays(days + 1L);
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String percent(double share) {
        return plain(Math.round(1000 * share) / 10.0) + " %";
    }
}
