package plumbline.contract.patient;

import plumbline.contract.vocabulary.Code;

/** Where a patient's data is, as far as an erasure is followed. */
public enum ErasurePlace implements Code {
    DIRECTORY,
    /** The timeline with all that was detected in it. */
    TIMELINE,
    ALERTS;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
