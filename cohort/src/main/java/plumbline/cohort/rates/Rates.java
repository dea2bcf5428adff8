package plumbline.cohort.rates;

/** The rates by which lives are drawn. */
public record Rates(PainRates pain, BodyRates body, DangerRates danger) {

    public static Rates published() {
        return new Rates(PainRates.published(), BodyRates.published(), DangerRates.published());
    }

    public Rates with(BodyRates other) {
        return new Rates(pain, other, danger);
    }
}
