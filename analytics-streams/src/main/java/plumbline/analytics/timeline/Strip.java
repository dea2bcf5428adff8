package plumbline.analytics.timeline;

import java.util.Arrays;

/**
 * The posture of each minute of a day, run-length encoded: a join-semilattice, minute by minute the maximum of version and posture.
 * Canonical: runs cover the day, and neighbours differ.
 */
@SuppressWarnings("EnumOrdinal") // Stored; a test pins the places.
public final class Strip {
    /** The minutes of a day. */
    public static final int MINUTES = 1440;

    public static final Strip EMPTY = new Strip(new int[] {MINUTES}, new long[] {0});

    private static final Posture[] POSTURES = Posture.values();
    private static final int POSTURE_BITS = 3;

    private final int[] lengths;
    private final long[] claims;

    private Strip(int[] lengths, long[] claims) {
        this.lengths = lengths;
        this.claims = claims;
    }

    /** A strip that claims one posture from one minute to before another, and nothing else. */
    static Strip of(int from, int to, long version, Posture posture) {
        Weave weave = new Weave(3);
        weave.add(from, 0);
        weave.add(to - from, (version << POSTURE_BITS) | posture.ordinal());
        weave.add(MINUTES - to, 0);
        return weave.strip();
    }

    /** The join of both. */
    public Strip merge(Strip other) {
        Weave weave = new Weave(lengths.length + other.lengths.length);
        int mine = 0;
        int theirs = 0;
        int myEnd = lengths[0];
        int theirEnd = other.lengths[0];
        int minute = 0;
        while (minute < MINUTES) {
            int end = Math.min(myEnd, theirEnd);
            weave.add(end - minute, Math.max(claims[mine], other.claims[theirs]));
            minute = end;
            if (minute == myEnd && minute < MINUTES) {
                myEnd += lengths[++mine];
            }
            if (minute == theirEnd && minute < MINUTES) {
                theirEnd += other.lengths[++theirs];
            }
        }
        return weave.strip();
    }

    /** How many minutes were spent in a posture. */
    public int minutes(Posture posture) {
        int minutes = 0;
        for (int run = 0; run < claims.length; run++) {
            if (posture(run) == posture) {
                minutes += lengths[run];
            }
        }
        return minutes;
    }

    public int runs() {
        return lengths.length;
    }

    /** The minutes of a run. */
    public int length(int run) {
        return lengths[run];
    }

    public Posture posture(int run) {
        return POSTURES[(int) (claims[run] & 7)];
    }

    /** The version and posture of a run, as one number. */
    public long claim(int run) {
        return claims[run];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Strip that
                && Arrays.equals(lengths, that.lengths)
                && Arrays.equals(claims, that.claims);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lengths) * 31 + Arrays.hashCode(claims);
    }

    /** Puts runs together, neighbours that are equal as one. */
    public static final class Weave {
        private final int[] lengths;
        private final long[] claims;
        private int runs;

        /**
         * An empty weave.
         *
         * @param most how many runs it can take
         */
        public Weave(int most) {
            lengths = new int[most];
            claims = new long[most];
        }

        /** Adds minutes with a claim as {@link Strip#claim} gave it; none for a length of 0. */
        public void add(int length, long claim) {
            if (length == 0) {
                return;
            }
            if (runs > 0 && claims[runs - 1] == claim) {
                lengths[runs - 1] += length;
                return;
            }
            lengths[runs] = length;
            claims[runs++] = claim;
        }

        public Strip strip() {
            return new Strip(Arrays.copyOf(lengths, runs), Arrays.copyOf(claims, runs));
        }
    }
}
