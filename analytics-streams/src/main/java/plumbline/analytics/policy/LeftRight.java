package plumbline.analytics.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import plumbline.contract.vocabulary.Measure;

/** When the body favours one side. Indices are in percent. */
public record LeftRight(Baseline baseline, Change change, Window window, BesidePain besidePain, Sensing sensing) {

    /**
     * The patient's own usual index, from days before the one that is judged.
     *
     * @param fromDay the earliest day, counted back
     * @param toDay the latest day, counted back
     * @param painBelow only days with less pain count
     * @param leastDays fewer days make no baseline
     * @param shrinkWeight how many days the usual spread of a measure weighs beside the patient's own
     */
    public record Baseline(int fromDay, int toDay, int painBelow, int leastDays, double shrinkWeight) {}

    /**
     * When the index has changed.
     *
     * @param sigmas how many sigmas a change must have
     * @param mirrorSigmas nearer to the mirror image of the usual index, it is none: sides that were exchanged look the same
     * @param besidePain what proves it beside pain
     * @param quiet what proves it without
     */
    public record Change(double sigmas, double mirrorSigmas, PageHinkley pageHinkley, Proof besidePain, Proof quiet) {}

    /**
     * What proves a change: either of two.
     *
     * @param lambda the sum of the Page-Hinkley test above which it is certain
     * @param sameSideDays how many days of the window that are changed to the same side do instead
     */
    public record Proof(double lambda, int sameSideDays) {}

    /**
     * The Page-Hinkley test for a lasting change of the standardised index.
     *
     * @param delta the change that is let pass
     * @param winsor how far one day counts at most, in sigmas
     * @param refractoryDays how long an alarm counts, and how soon a finding may open again at the earliest
     */
    public record PageHinkley(double delta, double winsor, int refractoryDays) {}

    /**
     * The days that are judged together.
     *
     * @param days how many, up to yesterday
     * @param leastDays how many of them must have a value
     * @param hysteresis the share of a limit under which an open finding ends
     * @param lapseDays after how many days without a value it lapses
     */
    public record Window(int days, int leastDays, double hysteresis, int lapseDays) {}

    /**
     * What makes an imbalance a compensation.
     *
     * @param painFrom the intensity of a painful day
     * @param withinDays how far back a painful day counts
     * @param soonFrom from this intensity on it is soon
     * @param side how the lighter side relates to the painful one
     * @param imbalanceRoutineDays after how many days at act level an imbalance without pain is routine
     */
    public record BesidePain(int painFrom, int withinDays, int soonFrom, SideShare side, int imbalanceRoutineDays) {}

    /**
     * What the sensors can tell.
     *
     * @param measures the limits of each measure; of several that show the same, the first is named
     */
    public record Sensing(DeviceSuspect deviceSuspect, UnsidedWalk unsidedWalk, Map<Measure, Limits> measures) {
        public Sensing {
            measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        }
    }

    /**
     * When a device seems to take left for right.
     *
     * @param days how many measured days on the other side begin it, and how many on the old side end it
     * @param adoptDays after how many days the new side counts as the usual one
     */
    public record DeviceSuspect(int days, int adoptDays) {}

    /**
     * When a walk that is uneven by an unknown side supports a finding.
     *
     * @param points above the patient's own median, in percent
     * @param days on how many days of the window
     */
    public record UnsidedWalk(double points, int days) {}

    /**
     * On which share of the days near a painful one the lighter side is the painful one.
     *
     * @param nearDays how far from a painful day
     * @param leastDays with fewer days nothing is said
     * @param antalgicFrom from this share on the painful side is spared
     * @param overloadTo up to this share the painful side carries more
     */
    public record SideShare(int nearDays, int leastDays, double antalgicFrom, double overloadTo) {}

    /**
     * The limits of one measure.
     *
     * @param usualSpread the spread of a patient of whom little is known
     * @param watch the index that matters beside pain
     * @param act the index that matters without
     * @param smallestDetectable the change that the measure can tell from chance
     * @param greaterIsHeavier whether the side with the greater value carries more; not so for swing time
     */
    public record Limits(
            double usualSpread, double watch, double act, double smallestDetectable, boolean greaterIsHeavier) {}

    /** The limits of a measure of the policy. */
    public Limits limits(Measure measure) {
        return Objects.requireNonNull(sensing.measures().get(measure), "measure");
    }

    /** The measures of the policy, in its order. */
    public Map<Measure, Limits> measures() {
        return sensing.measures();
    }
}
