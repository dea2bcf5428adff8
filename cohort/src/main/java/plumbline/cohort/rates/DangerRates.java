package plumbline.cohort.rates;

/**
 * How often something cannot wait, a patient-month, and how many patients cry wolf.
 *
 * @param falls of patients whose bones break easily
 * @param harmless share of afflicted patients who mention a flag behind which nothing is
 */
public record DangerRates(
        double emergencies, double sameDays, double suddenPains, double soons, double falls, double harmless) {

    /**
     * Flags in 80.4 %, serious disease in 0.9 % of acute patients (Henschke 2009). Signs are kept a few times as frequent, so that a
     * cohort of 500 has some to miss; the harmless flags exclude those that are urgent by themselves [D].
     */
    public static DangerRates published() {
        return new DangerRates(0.005, 0.005, 0.008, 0.01, 0.05, 0.6);
    }
}
