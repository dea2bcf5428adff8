package plumbline.notifier.delivery;

import java.time.Duration;
import java.util.Optional;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.team.CareTeam;
import plumbline.contract.team.Endpoint;
import plumbline.notifier.casework.Teams;

/** How the members of care teams are reached, as the directory has it when something is sent: no command carries an address or a key. */
public final class Members {
    private static final char BEFORE_MEMBER = '/';
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Teams teams;

    public Members(Teams teams) {
        this.teams = teams;
    }

    /** Whether a message is for one member, and not for whoever the installation's own channels reach. */
    public static boolean isMember(Notification message) {
        return message.recipientKind() == RecipientKind.CARE_TEAM && slash(message) > 0;
    }

    /** Where that member is reached over the message's channel. */
    public Optional<Endpoint> endpoint(Notification message) {
        String member = message.recipient().substring(slash(message) + 1);
        return team(message)
                .flatMap(team -> team.member(member))
                .flatMap(known -> known.channels().stream()
                        .filter(channel -> channel.kind() == message.channel())
                        .findFirst());
    }

    /** A channel that puts off what is for a member of a team that is not known, for the directory may not be complete yet. */
    Optional<Channel> patience(Notification message) {
        return isMember(message) && team(message).isEmpty()
                ? Optional.of(unknown -> Attempt.deferred(AGAIN))
                : Optional.empty();
    }

    private Optional<CareTeam> team(Notification message) {
        return teams.find(message.recipient().substring(0, slash(message)));
    }

    private static int slash(Notification message) {
        return message.recipient().indexOf(BEFORE_MEMBER);
    }
}
