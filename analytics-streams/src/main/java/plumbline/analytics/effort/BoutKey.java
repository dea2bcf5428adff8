package plumbline.analytics.effort;

import plumbline.contract.event.ActivityBout;

/** Tells the bouts of a day apart in few bytes: two of a hundred have the same key once in three thousand days. */
public final class BoutKey {

    private BoutKey() {}

    /** 24 bits of a hash of source and id, never 0. */
    public static int of(ActivityBout bout) {
        int hash = 31 * bout.source().hashCode() + bout.id().hashCode();
        return Math.max(1, (hash ^ (hash >>> 24)) & 0xffffff);
    }
}
