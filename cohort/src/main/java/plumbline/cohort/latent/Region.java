package plumbline.cohort.latent;

import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/** Where it hurts. */
public record Region(Site site, Side side) {}
