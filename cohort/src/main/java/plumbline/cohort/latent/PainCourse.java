package plumbline.cohort.latent;

import java.util.BitSet;

/** The pain of one region, day by day: the score that an attentive patient would give for the worst of the day. */
public final class PainCourse {
    private final int[] worst;
    private final BitSet limiting = new BitSet();
    private final BitSet flaring = new BitSet();

    /** A course without pain. */
    public PainCourse(int days) {
        this.worst = new int[days];
    }

    public int days() {
        return worst.length;
    }

    /** The worst pain of the day, 0-10. */
    public int worst(int day) {
        return worst[day];
    }

    /** Whether the pain keeps the patient from walking, standing or sleeping. */
    public boolean limiting(int day) {
        return limiting.get(day);
    }

    /** Whether the day is part of a flare. */
    public boolean flaring(int day) {
        return flaring.get(day);
    }

    /** Notes pain of a day; the worst counts. Days outside of the course are passed over. */
    public void hurt(int day, double pain) {
        if (day >= 0 && day < worst.length) {
            worst[day] = Math.max(worst[day], (int) Math.max(0, Math.min(10, Math.round(pain))));
        }
    }

    public void limit(int day) {
        limiting.set(day);
    }

    public void flare(int day) {
        flaring.set(day);
    }
}
