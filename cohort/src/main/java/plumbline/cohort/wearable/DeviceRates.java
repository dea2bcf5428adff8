package plumbline.cohort.wearable;

import java.util.OptionalDouble;

/**
 * How well devices are worn and wired.
 *
 * @param unworn share of the days on which the device lies on the table; absent for the natural one
 * @param pairings new pairings a patient-month; half of them exchange left and right until the next
 * @param permuted whether left and right are exchanged by the toss of a coin each day: a negative control
 * @param noise scales the day-to-day deviation; 1 for the natural one
 */
public record DeviceRates(OptionalDouble unworn, double pairings, boolean permuted, double noise) {

    /** Side swaps 1 % a month (detection.md). */
    public static DeviceRates usual() {
        return new DeviceRates(OptionalDouble.empty(), 0.02, false, 1);
    }

    /** Always worn, rightly wired, without noise. */
    public static DeviceRates perfect() {
        return new DeviceRates(OptionalDouble.of(0), 0, false, 0);
    }

    public DeviceRates withUnworn(double share) {
        return new DeviceRates(OptionalDouble.of(share), pairings, permuted, noise);
    }

    public DeviceRates withPairings(double perMonth) {
        return new DeviceRates(unworn, perMonth, permuted, noise);
    }

    public DeviceRates withSidesPermuted() {
        return new DeviceRates(unworn, pairings, true, noise);
    }
}
