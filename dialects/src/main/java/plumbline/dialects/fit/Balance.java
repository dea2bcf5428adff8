package plumbline.dialects.fit;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The share of the power that one leg gave. The side is known only where the file sets the bit for it: records carry a byte of
 * percent with the bit 0x80, laps and sessions hundredths of a percent with the bit 0x8000.
 *
 * @param rightPercent absent where the bit is clear: one side gave that much, and nobody knows which
 */
record Balance(OptionalDouble rightPercent) {
    private static final int WHOLE = 100;

    static Optional<Balance> ofRecord(@Nullable Short value) {
        return value == null ? Optional.empty() : of(value & 0x7F, 1, (value & 0x80) != 0);
    }

    static Optional<Balance> ofLap(@Nullable Integer value) {
        return value == null ? Optional.empty() : of(value & 0x3FFF, WHOLE, (value & 0x8000) != 0);
    }

    private static Optional<Balance> of(int share, int scale, boolean isRight) {
        double percent = (double) share / scale;
        if (percent <= 0 || percent >= WHOLE) {
            // Nothing at all on one side is a meter that sits on the other pedal only.
            return Optional.empty();
        }
        return Optional.of(new Balance(isRight ? OptionalDouble.of(percent) : OptionalDouble.empty()));
    }
}
