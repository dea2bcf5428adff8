package plumbline.contract.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.contract.check.Checks;
import plumbline.contract.check.ErrorCode;

/**
 * A care team: what {@code care-teams-v1} keeps.
 *
 * @param timeZone in which its members' quiet hours are
 * @param language of its messages, a tag of BCP 47
 * @param handOver the team that is asked after the last step of this one
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("care-team")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CareTeam(
        String id,
        ZoneId timeZone,
        Optional<String> language,
        List<Member> members,
        Ladder urgent,
        Ladder routine,
        Optional<String> handOver) {
    private static final int MOST_STEPS = 20;
    private static final int MOST_MEMBERS = 100;
    private static final Duration SHORTEST_REPEAT = Duration.ofSeconds(10);

    /**
     * Checks what the parts must agree on.
     *
     * @throws plumbline.contract.check.InvalidValue naming each wrong field
     */
    public CareTeam {
        members = List.copyOf(Objects.requireNonNullElse(members, List.of()));
        Checks checks = new Checks()
                .id(id, "id")
                .that(!members.isEmpty(), ErrorCode.MISSING_FIELD, "members", "must name at least one member")
                .that(members.size() <= MOST_MEMBERS, ErrorCode.TOO_MANY, "members", "may be at most " + MOST_MEMBERS);
        Set<String> known = members.stream().map(Member::id).collect(Collectors.toSet());
        checks.that(
                known.size() == members.size(),
                ErrorCode.CONTRADICTION,
                "members",
                "must each have an id of their own");
        for (int i = 0; i < members.size(); i++) {
            String field = "members/" + i;
            checks.id(members.get(i).id(), field + "/id")
                    .that(
                            !members.get(i).channels().isEmpty(),
                            ErrorCode.MISSING_FIELD,
                            field + "/channels",
                            "must hold at least one channel");
        }
        check(checks, "urgent", urgent, known);
        check(checks, "routine", routine, known);
        String own = id;
        handOver.ifPresent(team -> checks.id(team, "handOver")
                .that(!team.equals(own), ErrorCode.CYCLE, "handOver", "must be another team"));
        checks.done();
    }

    private static void check(Checks checks, String name, Ladder ladder, Set<String> known) {
        String steps = name + "/steps";
        checks.that(!ladder.steps().isEmpty(), ErrorCode.MISSING_FIELD, steps, "must hold at least one step")
                .that(ladder.steps().size() <= MOST_STEPS, ErrorCode.TOO_MANY, steps, "may be at most " + MOST_STEPS)
                .that(
                        ladder.repeat().compareTo(SHORTEST_REPEAT) >= 0,
                        ErrorCode.INVALID_DURATION,
                        name + "/repeat",
                        "must be at least 10 seconds, such as PT15M");
        Duration before = Duration.ofNanos(-1);
        for (int i = 0; i < ladder.steps().size(); i++) {
            Rung step = ladder.steps().get(i);
            checks.that(
                            i > 0 || step.after().isZero(),
                            ErrorCode.INVALID_DURATION,
                            steps + "/0/after",
                            "must be PT0S: the first step is at once")
                    .that(
                            step.after().compareTo(before) > 0,
                            ErrorCode.INVALID_DURATION,
                            steps + "/" + i + "/after",
                            "must be later than the step before")
                    .that(
                            known.containsAll(step.to()),
                            ErrorCode.UNKNOWN_VALUE,
                            steps + "/" + i + "/to",
                            "must name members of this team");
            before = step.after();
        }
    }

    /** The member with this id. */
    public Optional<Member> member(String wanted) {
        return members.stream().filter(one -> one.id().equals(wanted)).findFirst();
    }
}
