package plumbline.cohort.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plumbline.cohort.chance.Dice;
import plumbline.cohort.chance.LogNormal;
import plumbline.cohort.latent.Body;
import plumbline.cohort.latent.Compensation;
import plumbline.cohort.latent.Episode;
import plumbline.cohort.latent.Region;
import plumbline.cohort.rates.BodyRates;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/** Draws how a body leans, and what pain changes about it. */
final class BodyDraw {
    private static final Set<Site> WEIGHT_BEARING = Set.of(Site.LOWER_BACK, Site.HIP, Site.BUTTOCK, Site.KNEE);

    /** Pain of fewer days leaves the gait as it was [D]. */
    private static final int SHORTEST = 14;

    /** How people differ in their day-to-day deviation [D]. */
    private static final LogNormal STEADINESS = new LogNormal(1, 1.3);

    private final Dice dice;
    private final BodyRates rates;

    BodyDraw(Dice dice, BodyRates rates) {
        this.dice = dice;
        this.rates = rates;
    }

    Body draw(Region region, List<Episode> episodes) {
        Measure measure = measure();
        double sigma = usualSigma(measure) * STEADINESS.draw(dice);
        double bias = bias();
        List<Compensation> compensations = new ArrayList<>();
        boolean able = region.side().isOneSided() && WEIGHT_BEARING.contains(region.site());
        for (Episode episode : episodes) {
            if (able && episode.length() >= SHORTEST && dice.chance(rates.compensating())) {
                compensations.add(compensation(region.side(), episode));
            }
        }
        return new Body(measure, sigma, bias, compensations);
    }

    /** Devices: insoles most of all, one in ten only a phone, which tells no side [D]. */
    private Measure measure() {
        double share = dice.unit();
        if (share < 0.5) {
            return Measure.GROUND_FORCE;
        }
        if (share < 0.8) {
            return Measure.STANCE_TIME;
        }
        return share < 0.9 ? Measure.FOOT_ENERGY : Measure.WALKING_ASYMMETRY;
    }

    /** Day-to-day deviation of the symmetry index by measure, from gait data (detection.md). */
    private static double usualSigma(Measure measure) {
        return switch (measure) {
            case GROUND_FORCE -> 2;
            case STANCE_TIME -> 2.5;
            case FOOT_ENERGY -> 4.6;
            default -> 3;
        };
    }

    private double bias() {
        BodyRates.Bias bias = rates.bias();
        double size = dice.between(bias.low(), bias.high());
        return (dice.chance(0.5) ? size : -size) + dice.normal(bias.deviation());
    }

    /** Begins within a week of the pain, takes some days to be complete, and outlasts it a little [D]. */
    private Compensation compensation(Side painful, Episode episode) {
        int onset = episode.onset() + dice.between(1, 7);
        int ramp = dice.between(3, 10);
        double amplitude = rates.amplitude().draw(dice);
        boolean loadsRight = (painful == Side.LEFT) == dice.chance(rates.away());
        return new Compensation(onset, episode.recovery(), ramp, loadsRight ? amplitude : -amplitude);
    }
}
