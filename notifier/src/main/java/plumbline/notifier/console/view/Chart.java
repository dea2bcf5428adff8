package plumbline.notifier.console.view;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import plumbline.contract.finding.EvidenceDay;

/**
 * Bars over days, on a canvas of {@value #WIDTH} by {@value #HEIGHT}. A day without a value leaves a gap.
 *
 * @param zero where the bars begin, from the top
 */
public record Chart(String title, List<Tick> ticks, List<Bar> bars, int zero, String first, String last) {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 150;

    private static final int LEFT = 44;
    private static final int TOP = 10;
    private static final int BOTTOM = 130;
    private static final int MOST_DAYS = 120;
    private static final int WIDEST = 28;
    private static final int LEAST_SCALE = 10;
    private static final int PAIN_SCALE = 10;

    public Chart {
        ticks = List.copyOf(ticks);
        bars = List.copyOf(bars);
    }

    /** A line across with its value. */
    public record Tick(int y, String label) {}

    /** One day. */
    public record Bar(int x, int y, int width, int height, String says) {}

    /** The worst pain of each day, 0-10; absent where there is none. */
    public static Optional<Chart> pain(List<EvidenceDay> days) {
        return draw(
                "Worst pain of each day, 0 to 10",
                days,
                day -> day.worst().isPresent()
                        ? Optional.of((double) day.worst().getAsInt())
                        : Optional.empty(),
                new Scale(0, PAIN_SCALE, ""));
    }

    /** The symmetry index of each day in percent; absent where there is none. */
    public static Optional<Chart> index(List<EvidenceDay> days) {
        double most = days.stream()
                .flatMap(day -> day.index().stream())
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        int scale = Math.max(LEAST_SCALE, (int) Math.ceil(most / LEAST_SCALE) * LEAST_SCALE);
        return draw(
                "Symmetry index of each day in percent: above zero the left is loaded less, below zero the right",
                days,
                EvidenceDay::index,
                new Scale(-scale, scale, " %"));
    }

    private record Scale(int least, int most, String unit) {
        int y(double value) {
            double share = (value - least) / (most - least);
            return (int) Math.round(BOTTOM - share * (BOTTOM - TOP));
        }

        List<Tick> ticks() {
            int middle = (least + most) / 2;
            return List.of(tick(most), tick(middle), tick(least));
        }

        private Tick tick(int value) {
            return new Tick(y(value), value + unit);
        }
    }

    private static Optional<Chart> draw(
            String title, List<EvidenceDay> all, Function<EvidenceDay, Optional<Double>> value, Scale scale) {
        List<EvidenceDay> days = all.subList(Math.max(0, all.size() - MOST_DAYS), all.size());
        if (days.stream().allMatch(day -> value.apply(day).isEmpty())) {
            return Optional.empty();
        }
        LocalDate first = days.get(0).date();
        LocalDate last = days.get(days.size() - 1).date();
        double step = (double) (WIDTH - LEFT) / (ChronoUnit.DAYS.between(first, last) + 1);
        int width = (int) Math.max(2, Math.min(WIDEST, step * 0.7));
        List<Bar> bars = days.stream()
                .flatMap(day -> value.apply(day).stream().map(v -> {
                    double center = LEFT + step * (ChronoUnit.DAYS.between(first, day.date()) + 0.5);
                    int y = Math.min(scale.y(v), scale.y(0));
                    int height = Math.max(1, Math.abs(scale.y(v) - scale.y(0)));
                    String says = Words.day(day.date()) + ": " + NumberWords.plain(v) + scale.unit;
                    return new Bar((int) Math.round(center - width / 2.0), y, width, height, says);
                }))
                .toList();
        return Optional.of(new Chart(title, scale.ticks(), bars, scale.y(0), Words.day(first), Words.day(last)));
    }
}
