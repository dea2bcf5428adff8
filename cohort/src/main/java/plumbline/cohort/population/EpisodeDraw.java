package plumbline.cohort.population;

import java.util.ArrayList;
import java.util.List;
import plumbline.cohort.chance.Dice;
import plumbline.cohort.latent.Episode;
import plumbline.cohort.rates.PainRates;

/** Draws a patient's episodes of pain: a first onset, recovery, recurrence, and so on. */
final class EpisodeDraw {
    /** How long before the simulation a first onset may lie, as a share of the simulation: some are in pain when it begins [D]. */
    private static final double BEFORE = 0.25;

    /** Pain at onset: mean 5.2 (Menezes Costa 2012), deviation our choice. */
    private static final double LEVEL = 5.2;

    private static final double LEVEL_DEVIATION = 1.5;

    private EpisodeDraw() {}

    static List<Episode> draw(Dice dice, int days, PainRates rates) {
        List<Episode> episodes = new ArrayList<>();
        if (!dice.chance(rates.afflicted())) {
            return episodes;
        }
        double onset = dice.between(-BEFORE * days, days);
        while (onset < days) {
            double length = Math.max(1, Math.min(rates.recovery().draw(dice), 10_000));
            int first = (int) Math.floor(onset);
            int recovery = first + (int) Math.ceil(length);
            double level = Math.max(2, Math.min(9, LEVEL + dice.normal(LEVEL_DEVIATION)));
            episodes.add(new Episode(first, recovery, level));
            onset = recovery + Math.max(1, rates.recurrence().draw(dice));
        }
        return episodes;
    }
}
