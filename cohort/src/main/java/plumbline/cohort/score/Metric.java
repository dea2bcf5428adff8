package plumbline.cohort.score;

import java.util.Arrays;
import java.util.OptionalDouble;
import plumbline.contract.vocabulary.Code;

/** A figure of a row. */
public enum Metric implements Code {
    /** Facts found in time, of those that had to be. */
    SENSITIVITY {
        @Override
        OptionalDouble of(Sums sums) {
            return share(sums.found, sums.facts);
        }
    },
    /** Claims about a fact, of all claims. */
    PPV {
        @Override
        OptionalDouble of(Sums sums) {
            return share(sums.right, sums.claims);
        }
    },
    /** The harmonic mean of the two; 0 where nothing was claimed. */
    F1 {
        @Override
        OptionalDouble of(Sums sums) {
            if (sums.facts == 0) {
                return OptionalDouble.empty();
            }
            double sensitivity = (double) sums.found / sums.facts;
            double ppv = sums.claims == 0 ? 0 : (double) sums.right / sums.claims;
            return OptionalDouble.of(sensitivity + ppv == 0 ? 0 : 2 * sensitivity * ppv / (sensitivity + ppv));
        }
    },
    /** False claims a patient-month of 30.4375 days. */
    FALSE_PER_PATIENT_MONTH {
        @Override
        OptionalDouble of(Sums sums) {
            return sums.months == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((sums.claims - sums.right) / sums.months);
        }
    },
    /** The median delay of what was found, in days. */
    DELAY {
        @Override
        OptionalDouble of(Sums sums) {
            int[] delays = sorted(sums);
            int middle = delays.length / 2;
            return delays.length == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            delays.length % 2 == 1 ? delays[middle] : (delays[middle - 1] + delays[middle]) / 2.0);
        }
    },
    /** The delay within which nine in ten of what was found were found, in days. */
    DELAY_P90 {
        @Override
        OptionalDouble of(Sums sums) {
            int[] delays = sorted(sums);
            return delays.length == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(delays[(int) Math.ceil(0.9 * delays.length) - 1]);
        }
    },
    /** Claims that name the right side, of the claims about a fact that has one. */
    SIDE_ACCURACY {
        @Override
        OptionalDouble of(Sums sums) {
            return share(sums.sideRight, sums.sided);
        }
    };

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }

    /** The figure of a cohort; nothing where there was nothing to measure it by. */
    abstract OptionalDouble of(Sums sums);

    private static int[] sorted(Sums sums) {
        int[] delays = sums.delays.stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(delays);
        return delays;
    }

    private static OptionalDouble share(int part, int whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
