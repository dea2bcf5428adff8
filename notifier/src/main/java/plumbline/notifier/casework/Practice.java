package plumbline.notifier.casework;

import java.util.List;
import plumbline.contract.delivery.ChannelKind;
import plumbline.notifier.text.Library;

/**
 * How an installation without a directory works: one care team, and the same channels for everybody.
 *
 * @param team that owns every alert
 * @param teamChannels over which it is told, each message over all of them
 * @param patientChannel over which patients are written to
 * @param console the address under which a care team acts on alerts, without a slash at its end
 */
public record Practice(
        String team, List<ChannelKind> teamChannels, ChannelKind patientChannel, String console, Library library) {
    public Practice {
        teamChannels = List.copyOf(teamChannels);
    }
}
