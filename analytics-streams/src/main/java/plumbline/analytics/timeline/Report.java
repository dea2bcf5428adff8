package plumbline.analytics.timeline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import plumbline.contract.event.PainReport;
import plumbline.contract.vocabulary.Limit;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Symptom;

/**
 * One version of a pain report, as the ledger keeps it.
 *
 * @param source who sent it; empty when it did not say
 * @param intensity 0-10, or {@link #UNSCORED}
 * @param symptoms one bit for each {@link Symptom}, by ordinal
 * @param limits one bit for each {@link Limit}, by ordinal
 */
@SuppressWarnings("EnumOrdinal") // Stored; a test pins the places.
public record Report(
        String source,
        String id,
        long version,
        boolean retracted,
        Moment at,
        Region region,
        int intensity,
        Onset onset,
        boolean flare,
        long symptoms,
        int limits) {
    /** The intensity of a report that gave none. */
    public static final int UNSCORED = -1;

    /** Which of two versions of a report counts: the greatest. The order is total over the content, so that no arrival order decides. */
    static final Comparator<Report> PRECEDENCE = Comparator.comparingLong(Report::version)
            .thenComparing(Report::retracted)
            .thenComparing(Report::at)
            .thenComparing(Report::region)
            .thenComparingInt(Report::intensity)
            .thenComparing(Report::onset)
            .thenComparing(Report::flare)
            .thenComparingLong(Report::symptoms)
            .thenComparingInt(Report::limits);

    public static Report of(PainReport report) {
        return new Report(
                report.source().orElse(""),
                report.id(),
                report.version(),
                report.retracted(),
                Moment.of(report.at()),
                new Region(report.site(), report.side()),
                report.intensity().orElse(UNSCORED),
                report.onset(),
                report.flare(),
                bits(report.symptoms()),
                (int) bits(report.limits()));
    }

    /** The one of two versions that counts. */
    public static Report precedent(Report one, Report other) {
        return PRECEDENCE.compare(one, other) >= 0 ? one : other;
    }

    public LocalDate date() {
        return at.date();
    }

    public boolean isScored() {
        return intensity != UNSCORED;
    }

    /** The symptoms that it names. */
    public Set<Symptom> symptomSet() {
        return set(Symptom.class, symptoms);
    }

    /** What the pain keeps the patient from doing. */
    public Set<Limit> limitSet() {
        return set(Limit.class, limits);
    }

    private static long bits(Set<? extends Enum<?>> constants) {
        long bits = 0;
        for (Enum<?> constant : constants) {
            bits |= 1L << constant.ordinal();
        }
        return bits;
    }

    private static <E extends Enum<E>> Set<E> set(Class<E> type, long bits) {
        EnumSet<E> set = EnumSet.noneOf(type);
        for (E constant : type.getEnumConstants()) {
            if ((bits & (1L << constant.ordinal())) != 0) {
                set.add(constant);
            }
        }
        return set;
    }
}
