package plumbline.notifier.casefile;

import plumbline.contract.vocabulary.Code;

/** Where a delivery stands until it ends. */
public enum Stage implements Code {
    /** Not commanded yet: it waits for a good moment, or for something more urgent to end. */
    HELD,
    /** Commanded; no worker has said that it began. */
    QUEUED,
    /** A worker is at it. */
    STARTED,
    /** An attempt failed; the next one is due. */
    WAITING;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
