package plumbline.notifier.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.finding.Finding;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/**
 * Exercise plans by site and side, always in the order release, stretch, activate, walk. The side that carries more is released and
 * stretched, the other activated; where the data do not say which, both are.
 */
public final class ExerciseLibrary {
    private final Map<Site, ExerciseRow> rows = new EnumMap<>(Site.class);
    private final PlanWords words;
    private final String walk;
    private final String dose;

    /**
     * @param words that stand around them
     * @param walk the part that every plan ends with
     * @param dose how often, and when to stop
     * @throws IllegalArgumentException if a site has two rows or a text is missing
     */
    public ExerciseLibrary(List<ExerciseRow> rows, PlanWords words, String walk, String dose) {
        for (ExerciseRow row : rows) {
            for (Site site : row.sites()) {
                if (this.rows.put(site, row) != null) {
                    throw new IllegalArgumentException("exercises: " + site.code() + " has two rows");
                }
            }
        }
        if (walk.isBlank() || dose.isBlank()) {
            throw new IllegalArgumentException("exercises: walk and dose need a text");
        }
        this.words = words;
        this.walk = walk;
        this.dose = dose;
    }

    /**
     * The plan for a finding's site and side; where nothing is known for the site, or something forbids it, the walk alone.
     *
     * @param painful every site at which the patient has an open pain
     */
    public String plan(Finding finding, Set<Site> painful) {
        Optional<ExerciseRow> row = finding.site()
                .flatMap(site -> Optional.ofNullable(rows.get(site)))
                .filter(found -> found.stopsWith().stream().noneMatch(painful::contains));
        return row.map(found -> sided(found, finding.loadedSide().orElse(Side.UNKNOWN)) + " 4. ")
                        .orElse("")
                + words.walk() + ": " + walk + " " + dose
                + row.filter(found -> !found.skipIf().isEmpty())
                        .map(found -> " " + words.skip() + ": " + String.join(", ", found.skipIf()) + ".")
                        .orElse("");
    }

    private String sided(ExerciseRow row, Side loaded) {
        return step(1, words.release(), loaded, row.release())
                + " " + step(2, words.stretch(), loaded, row.stretch())
                + " " + step(3, words.activate(), opposite(loaded), row.activate());
    }

    private String step(int number, String name, Side side, String what) {
        return number + ". " + name + " (" + words.of(side) + "): " + what;
    }

    private static Side opposite(Side side) {
        return switch (side) {
            case LEFT -> Side.RIGHT;
            case RIGHT -> Side.LEFT;
            default -> side;
        };
    }

    /** What of a library is the same in every language: where it knows exercises, and what forbids them. */
    Map<Site, List<Site>> prohibitions() {
        Map<Site, List<Site>> all = new EnumMap<>(Site.class);
        rows.forEach((site, row) -> all.put(site, row.stopsWith()));
        return all;
    }
}
