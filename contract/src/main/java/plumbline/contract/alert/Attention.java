package plumbline.contract.alert;

import plumbline.contract.vocabulary.Code;

/** What an alert asks of the care team. */
public enum Attention implements Code {
    /** It is about today. */
    ACTIVE,
    /** An emergency that was learnt of too late to be news: look at it, without haste. */
    REVIEW,
    /** About the past: visible, but nobody is told until it is about today. */
    DORMANT;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
