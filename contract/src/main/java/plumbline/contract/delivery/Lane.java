package plumbline.contract.delivery;

import plumbline.contract.topic.Topic;
import plumbline.contract.vocabulary.Code;

/** How a message travels: each lane has its own topic and workers, so that none waits for another. */
public enum Lane implements Code {
    URGENT(Topic.NOTIFICATIONS_URGENT),
    ROUTINE(Topic.NOTIFICATIONS_ROUTINE),
    NUDGE(Topic.NOTIFICATIONS_NUDGE);

    private final String code = Code.of(this);
    private final Topic topic;

    Lane(Topic topic) {
        this.topic = topic;
    }

    @Override
    public String code() {
        return code;
    }

    /** Where its commands are. */
    public Topic topic() {
        return topic;
    }
}
