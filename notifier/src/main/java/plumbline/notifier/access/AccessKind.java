package plumbline.notifier.access;

import plumbline.contract.vocabulary.Code;

/** What somebody saw or did. */
public enum AccessKind implements Code {
    SIGNED_IN,
    SIGNED_OUT,
    LIST_SEEN,
    ALERT_SEEN,
    HISTORY_SEEN,
    /** Whatever changes was seen from then on, for ten minutes at most. */
    STREAM_OPENED,
    ACTED,
    TEAM_SEEN,
    TEAM_WRITTEN,
    NUDGE_ANSWERED,
    LOG_SEEN,
    LOG_EXPORTED;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
