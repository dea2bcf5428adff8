package plumbline.cohort.rates;

import plumbline.cohort.chance.Weibull;

/**
 * How often and how long it hurts.
 *
 * @param afflicted share of patients who have an episode at some time [D]
 * @param recovery days from onset to recovery
 * @param recurrence days from recovery to the next onset
 * @param withinPerson day-to-day deviation of one person's pain, in points
 * @param shortPains short pains of one to three days, a patient-month [D]
 */
public record PainRates(
        double afflicted, Weibull recovery, Weibull recurrence, double withinPerson, double shortPains) {

    /**
     * Recovery: median 58 days and 72 % by 12 months (Henschke 2008). Recurrence: median 139 days and 69 % in a year (da Silva 2019).
     */
    public static PainRates published() {
        return new PainRates(0.8, Weibull.through(58, 365, 0.72), Weibull.through(139, 365, 0.69), 1.2, 0.15);
    }
}
