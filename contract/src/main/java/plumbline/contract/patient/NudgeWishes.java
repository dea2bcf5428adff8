package plumbline.contract.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.contract.check.Checks;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.finding.FindingKind;

/**
 * How much advice a patient wants. What cannot wait is not advice, and is always said.
 *
 * @param perDay messages a day at most, 0-3; absent where the patient did not say
 * @param off the findings of which the patient does not want to hear; never urgent pain and red flags
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NudgeWishes(OptionalInt perDay, Set<FindingKind> off) {
    private static final Set<FindingKind> ALWAYS_SAID =
            Collections.unmodifiableSet(EnumSet.of(FindingKind.URGENT_PAIN, FindingKind.RED_FLAG));

    /** Messages a day for a patient who said nothing, and the most that can be wished for. */
    public static final int MOST_A_DAY = 3;

    /** No wishes. */
    public static final NudgeWishes NONE = new NudgeWishes(OptionalInt.empty(), Set.of());

    /**
     * Checks both.
     *
     * @throws plumbline.contract.check.InvalidValue naming each wrong field
     */
    public NudgeWishes {
        off = ordered(Objects.requireNonNullElse(off, Set.of()));
        new Checks()
                .that(
                        perDay.isEmpty() || (perDay.getAsInt() >= 0 && perDay.getAsInt() <= MOST_A_DAY),
                        ErrorCode.NUDGES_OUT_OF_RANGE,
                        "nudges/perDay",
                        "must be a whole number from 0, for none, to " + MOST_A_DAY)
                .that(
                        Collections.disjoint(off, ALWAYS_SAID),
                        ErrorCode.ALWAYS_SAID,
                        "nudges/off",
                        "cannot hold " + codes(ALWAYS_SAID) + ": what is urgent is always said")
                .done();
    }

    private static Set<FindingKind> ordered(Collection<FindingKind> kinds) {
        EnumSet<FindingKind> copy = EnumSet.noneOf(FindingKind.class);
        copy.addAll(kinds);
        return Collections.unmodifiableSet(copy);
    }

    private static String codes(Set<FindingKind> kinds) {
        return kinds.stream().map(FindingKind::code).collect(Collectors.joining(" or "));
    }
}
