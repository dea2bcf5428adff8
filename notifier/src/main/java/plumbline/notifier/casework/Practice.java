package plumbline.notifier.casework;

import java.net.URI;
import java.util.List;
import plumbline.contract.delivery.ChannelKind;
import plumbline.notifier.text.Library;

/**
 * How an installation without a directory works: one care team, and the same channels for everybody.
 *
 * @param team that owns every alert
 * @param teamChannels over which it is told, each message over all of them
 * @param patientChannel over which patients are written to
 * @param console where a care team acts on an alert
 */
public record Practice(
        String team, List<ChannelKind> teamChannels, ChannelKind patientChannel, URI console, Library library) {
    public Practice {
        teamChannels = List.copyOf(teamChannels);
    }
}
