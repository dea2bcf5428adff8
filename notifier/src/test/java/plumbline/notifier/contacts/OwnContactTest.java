package plumbline.notifier.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.RecipientKind;
import plumbline.notifier.delivery.Attempt;
import plumbline.notifier.delivery.Channel;
import plumbline.notifier.delivery.Commands;

class OwnContactTest {
    private static final Notification MESSAGE = Commands.webhook(RecipientKind.PATIENT);

    private static final Channel NONE = notification -> Attempt.of(Outcome.REFUSED);

    private final Contacts contacts = new Contacts();
    private final List<String> sent = new ArrayList<>();

    private Channel to(String where) {
        return notification -> {
            sent.add(where);
            return Attempt.of(Outcome.DELIVERED);
        };
    }

    private Outcome send(Channel usual) {
        return new OwnContact(contacts, contact -> contact.webhook().map(uri -> to(uri.toString())), usual)
                .send(MESSAGE)
                .outcome();
    }

    private void directory(String fields) {
        contacts.take(new ConsumerRecord<>(
                "patients", 0, 0, "p-1", fields.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void writesToThePatientsOwnWebhook() {
        directory("{'type':'patient','id':'p-1','contact':{'webhook':'https://example.org/maria'}}");

        assertThat(send(to("usual"))).isEqualTo(Outcome.DELIVERED);
        assertThat(sent).containsExactly("https://example.org/maria");
    }

    @Test
    void writesByTheInstallationsChannelToWhoHasNoAddress() {
        directory("{'type':'patient','id':'p-1','contact':{'email':'maria@example.org'}}");
        contacts.complete();
        send(to("usual"));

        assertThat(sent).containsExactly("usual");
    }

    @Test
    void forgetsTheAddressOfWhoWasErased() {
        directory("{'type':'patient','id':'p-1','contact':{'webhook':'https://example.org/maria'}}");
        contacts.take(new ConsumerRecord<>("patients", 0, 1, "p-1", null));
        contacts.complete();

        assertThat(send(NONE)).isEqualTo(Outcome.REFUSED);
        assertThat(sent).isEmpty();
    }

    @Test
    void waitsForTheDirectoryBeforeItTakesAnAbsentAddressForNone() {
        assertThat(send(to("usual"))).isEqualTo(Outcome.DEFERRED);
        assertThat(sent).isEmpty();
    }

    @Test
    void anEntryThatCannotBeReadChangesNothing() {
        directory("{'type':'patient','id':'p-1','contact':{'webhook':'https://example.org/maria'}}");
        directory("{'type':'patient','id':'p-1','contact':7}");
        send(NONE);

        assertThat(sent).containsExactly("https://example.org/maria");
    }
}
