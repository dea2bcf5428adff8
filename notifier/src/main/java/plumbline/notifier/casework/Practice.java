package plumbline.notifier.casework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.patient.Contact;
import plumbline.notifier.text.Library;

/**
 * How an installation reaches people.
 *
 * @param team that owns the alerts of everybody who has no other
 * @param teamChannels over which those are told who are not in the directory of care teams, each message over all of them
 * @param patientChannel over which patients are written to who have no contact of their own
 * @param contactChannels over which a patient's own contact can be used
 * @param console the address under which a care team acts on alerts, without a slash at its end
 */
public record Practice(
        String team,
        List<ChannelKind> teamChannels,
        ChannelKind patientChannel,
        Set<ChannelKind> contactChannels,
        String console,
        Library library) {
    public Practice {
        teamChannels = List.copyOf(teamChannels);
        contactChannels = Set.copyOf(contactChannels);
    }

    /** An installation that uses no patient's own contact. */
    public Practice(
            String team, List<ChannelKind> teamChannels, ChannelKind patientChannel, String console, Library library) {
        this(team, teamChannels, patientChannel, Set.of(), console, library);
    }

    /** Over which channel a patient is written to: their own webhook before their e-mail before the installation's. */
    ChannelKind channelOf(Optional<Contact> contact) {
        if (contact.flatMap(Contact::webhook).isPresent() && contactChannels.contains(ChannelKind.WEBHOOK)) {
            return ChannelKind.WEBHOOK;
        }
        boolean mail = contact.flatMap(Contact::email).isPresent() && contactChannels.contains(ChannelKind.EMAIL);
        return mail ? ChannelKind.EMAIL : patientChannel;
    }
}
