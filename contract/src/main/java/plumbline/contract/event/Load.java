package plumbline.contract.event;

import plumbline.contract.vocabulary.Measure;

/** How the two sides of the body compared during a bout. */
public sealed interface Load permits SidedLoad, WalkingAsymmetry {

    /** What was measured. */
    Measure measure();
}
