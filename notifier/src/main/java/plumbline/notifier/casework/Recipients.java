package plumbline.notifier.casework;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.team.CareTeam;
import plumbline.contract.team.Endpoint;
import plumbline.contract.team.Ladder;
import plumbline.contract.team.Member;
import plumbline.contract.team.Rung;
import plumbline.notifier.casefile.Address;
import plumbline.notifier.casefile.Climb;

/** Who stands on which step of an escalation. */
final class Recipients {
    private final Desk desk;

    Recipients(Desk desk) {
        this.desk = desk;
    }

    /** The ladders of a team as they are now, with those of the teams it hands over to behind them. */
    Climb freeze(String team) {
        return new Climb(
                ladder(team, Lane.URGENT),
                ladder(team, Lane.ROUTINE),
                Lane.ROUTINE,
                0,
                Optional.empty(),
                Optional.empty());
    }

    private Ladder ladder(String first, Lane lane) {
        List<Rung> steps = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Duration offset = Duration.ZERO;
        Duration repeat = Duration.ZERO;
        // A circle is refused where teams are written; two writes at once could still make one.
        for (Optional<String> next = Optional.of(first); next.filter(seen::add).isPresent(); ) {
            String team = next.orElseThrow();
            Optional<CareTeam> known = desk.careTeam(team);
            Ladder own = known.map(one -> lane == Lane.URGENT ? one.urgent() : one.routine())
                    .orElse(lane == Lane.URGENT ? Ladder.URGENT : Ladder.ROUTINE);
            for (Rung rung : own.steps()) {
                steps.add(new Rung(offset.plus(rung.after()), qualified(team, rung.to()), rung.over()));
            }
            repeat = own.repeat();
            offset = steps.get(steps.size() - 1).after().plus(repeat);
            next = known.flatMap(CareTeam::handOver);
        }
        return new Ladder(steps, repeat);
    }

    private static List<String> qualified(String team, List<String> members) {
        return members.isEmpty()
                ? List.of(team)
                : members.stream().map(member -> team + "/" + member).toList();
    }

    /** Whom a step reaches now: who is away is passed over. */
    List<Address> of(Rung rung) {
        return rung.to().stream()
                .flatMap(to -> addresses(to, rung.over()))
                .distinct()
                .toList();
    }

    /** The installation's own care team, for alerts that nobody else hears. */
    List<Address> lastResort() {
        return own(desk.practice().team()).toList();
    }

    /** Another channel by which the same member can be reached; the log only where there is nothing else. */
    Optional<Address> beside(Address address) {
        return addresses(address.id(), List.of())
                .filter(other -> other.channel() != address.channel())
                .min(Comparator.comparing(other -> other.channel() == ChannelKind.LOG));
    }

    /** The member whom an address is about, and their team. */
    static String teamOf(String recipient) {
        int slash = recipient.indexOf('/');
        return slash < 0 ? recipient : recipient.substring(0, slash);
    }

    private Stream<Address> addresses(String to, List<ChannelKind> over) {
        String team = teamOf(to);
        Optional<CareTeam> known = desk.careTeam(team);
        if (known.isEmpty()) {
            return own(team);
        }
        return known.orElseThrow().members().stream()
                .filter(member -> !member.away())
                .filter(member -> to.equals(team) || to.equals(team + "/" + member.id()))
                .flatMap(member -> addresses(team, member, over));
    }

    private static Stream<Address> addresses(String team, Member member, List<ChannelKind> over) {
        return member.channels().stream()
                .map(Endpoint::kind)
                .filter(kind -> over.isEmpty() || over.contains(kind))
                .map(kind -> new Address(RecipientKind.CARE_TEAM, team + "/" + member.id(), kind));
    }

    private Stream<Address> own(String team) {
        return desk.practice().teamChannels().stream()
                .map(channel -> new Address(RecipientKind.CARE_TEAM, team, channel));
    }
}
