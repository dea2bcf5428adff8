package plumbline.cohort.scenario;

import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/** A patient of a demonstration: who, which part, and where it hurts when it hurts. */
public record DemoPatient(String id, Role role, Site site, Side side) {}
