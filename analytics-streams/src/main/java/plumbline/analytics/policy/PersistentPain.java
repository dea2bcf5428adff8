package plumbline.analytics.policy;

import java.util.List;
import plumbline.contract.finding.Severity;

/**
 * When pain lasts more than a few days, and when it is over.
 *
 * @param open when the finding opens
 * @param close when it ends
 * @param stages how far it can come, the first being 1
 * @param relapse when it has come back, though it was not over
 */
public record PersistentPain(Open open, Close close, List<Stage> stages, Relapse relapse) {

    public PersistentPain {
        stages = List.copyOf(stages);
    }

    /** The stage of a pain that began so many days ago and has not improved, 1 or more. */
    public int stageAfter(long days) {
        int stage = 1;
        while (stage < stages.size() && days >= stages.get(stage).afterDays()) {
            stage++;
        }
        return stage;
    }

    /**
     * How far it has come.
     *
     * @param afterDays how many days after its beginning, if it has not improved
     */
    public record Stage(int afterDays, Severity severity) {}

    /**
     * Pain again after days without any.
     *
     * @param afterDays after so many free days it is said to have come back
     * @param painFrom the intensity with which it does
     */
    public record Relapse(int afterDays, int painFrom) {}

    /**
     * Pain on enough of the last days.
     *
     * @param painFrom the intensity of a painful day
     * @param painDays how many of the window's days must be painful
     * @param windowDays how many days the window has
     * @param spanDays over how many calendar days they must spread
     */
    public record Open(int painFrom, int painDays, int windowDays, int spanDays) {}

    /**
     * Enough days without any.
     *
     * @param feltFrom the intensity that keeps the finding open
     * @param freeDays for how many days none of it may be felt
     * @param reportedShare the share of those days that must be reported; with fewer it ends as uncertain
     */
    public record Close(int feltFrom, int freeDays, double reportedShare) {}
}
