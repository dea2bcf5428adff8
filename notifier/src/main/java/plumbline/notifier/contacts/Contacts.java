package plumbline.notifier.contacts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.json.ProfileReader;
import plumbline.contract.json.ProfileReading;
import plumbline.contract.patient.Contact;
import plumbline.contract.patient.PatientProfile;
import plumbline.contract.topic.Topic;
import plumbline.notifier.tail.Tail;

/** The contacts of all patients, in memory, as the directory has them now. */
public final class Contacts implements Tail.Reader {
    private final Map<String, Contact> byPatient = new ConcurrentHashMap<>();
    private volatile boolean complete;

    /** Starts to read them. */
    public Tail follow(KafkaSettings kafka) {
        return Tail.start(kafka, "contacts", List.of(Topic.PATIENTS), this);
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            return;
        }
        Optional<Contact> contact = record.value() == null
                ? Optional.empty()
                : ProfileReader.read(record.value()) instanceof ProfileReading.Good good
                        ? Optional.of(good.profile()).flatMap(PatientProfile::contact)
                        : find(record.key());
        contact.ifPresentOrElse(known -> byPatient.put(record.key(), known), () -> byPatient.remove(record.key()));
    }

    @Override
    public void complete() {
        complete = true;
    }

    /** Whether an absent contact is one that the directory does not have. */
    boolean isComplete() {
        return complete;
    }

    Optional<Contact> find(String patient) {
        return Optional.ofNullable(byPatient.get(patient));
    }
}
