package plumbline.analytics.timeline;

import java.util.Optional;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/** Where it hurts: a site, if one was said, and its side. Pain is followed region by region. */
@SuppressWarnings("EnumOrdinal") // The contract only adds constants at the end; a test pins their places.
public record Region(Optional<Site> site, Side side) implements Comparable<Region> {
    /** Not about a place, or about one that nobody named. */
    public static final Region UNSAID = new Region(Optional.empty(), Side.UNKNOWN);

    private static final Site[] SITES = Site.values();
    private static final Side[] SIDES = Side.values();

    /** A small number that stands for the region in stored state: sites and sides may only ever be added at the end. */
    public int code() {
        return (site.isEmpty() ? 0 : site.get().ordinal() + 1) * 8 + side.ordinal();
    }

    /** The region with this code. */
    public static Region ofCode(int code) {
        int site = code / 8;
        return new Region(site == 0 ? Optional.empty() : Optional.of(SITES[site - 1]), SIDES[code % 8]);
    }

    /** The region in words, such as {@code in the lower back, left}; empty when nothing was said. */
    public String words() {
        String place = site.map(s -> " in the " + s.code().replace('-', ' ')).orElse("");
        return side == Side.UNKNOWN ? place : place + (place.isEmpty() ? " on the side: " : ", ") + side.code();
    }

    @Override
    public int compareTo(Region other) {
        return Integer.compare(code(), other.code());
    }
}
