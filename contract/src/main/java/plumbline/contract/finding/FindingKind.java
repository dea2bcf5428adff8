package plumbline.contract.finding;

import plumbline.contract.vocabulary.Code;

/** What was detected. */
public enum FindingKind implements Code {
    URGENT_PAIN,
    RED_FLAG,
    PERSISTENT_PAIN,
    RECURRENT_PAIN,
    WORSENING_PAIN,
    FLARE,
    IMPROVEMENT,
    COMPENSATION,
    IMBALANCE,
    PROLONGED_SITTING,
    PROLONGED_STANDING,
    REPETITIVE_LOAD,
    HEAVY_LIFT,
    WENT_QUIET,
    DEVICE_SUSPECT;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
