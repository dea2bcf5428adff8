package plumbline.notifier.topology;

import plumbline.contract.topic.Topic;

/** Where inputs come from. */
enum Source {
    FINDINGS(Topic.FINDINGS),
    CARE_ACTIONS(Topic.CARE_ACTIONS),
    DELIVERIES(Topic.DELIVERIES),
    PATIENTS(Topic.PATIENTS);

    private final Topic topic;

    Source(Topic topic) {
        this.topic = topic;
    }

    Topic topic() {
        return topic;
    }

    String nodeName() {
        return topic.name("") + "-source";
    }
}
