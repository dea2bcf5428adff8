package plumbline.analytics.policy;

/**
 * What asks too much of a body, and what tells that a device was worn.
 *
 * @param breakMinutes a pause of fewer minutes is none
 */
public record LoadAndPosture(Sitting sitting, Standing standing, Effortful effort, Wear wear, int breakMinutes) {

    /**
     * Sitting without a break.
     *
     * @param minutes the limit
     * @param withPainMinutes the limit on a day with pain
     * @param dailyMinutes the limit of the whole day
     */
    public record Sitting(int minutes, int withPainMinutes, int dailyMinutes) {}

    /**
     * Standing still.
     *
     * @param minutes the limit
     * @param painFreeMinutes the limit of whom nothing has hurt
     * @param painFreeDays for how many days
     */
    public record Standing(int minutes, int painFreeMinutes, int painFreeDays) {}

    /**
     * Movements repeated, and loads lifted.
     *
     * @param perMinute more movements a minute than this count
     * @param minutes for how long
     * @param liftingIndex from above this lifting index on a load is heavy
     * @param strongIndex from above this one on it is much too heavy
     */
    public record Effortful(double perMinute, int minutes, double liftingIndex, double strongIndex) {}

    /**
     * What tells that a device was not worn.
     *
     * @param stillHours hours of one posture in a day
     * @param days such days running are said
     * @param lapseDays after how many days without data it lapses
     */
    public record Wear(int stillHours, int days, int lapseDays) {}
}
