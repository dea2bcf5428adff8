package plumbline.cohort.latent;

/**
 * Who a patient is.
 *
 * @param region where this patient's pain sits
 * @param elsewhere where the odd short pain sits
 */
public record Person(int number, Whereabouts whereabouts, Region region, Region elsewhere, Background background) {
    private static final int FIRST_ID = 1001;

    public String id() {
        return "p-" + (FIRST_ID + number);
    }
}
