package plumbline.notifier.text;

import java.time.Duration;
import java.util.Optional;
import plumbline.contract.vocabulary.Code;

/** What a message says; the words are in {@code messages-en.yaml} and its translations under the same code. */
public enum Script implements Code {
    TEAM_FIRST,
    TEAM_REVIEW,
    TEAM_WORSE,
    TEAM_REOPENED,
    TEAM_STEP,
    TEAM_REPEAT,
    TEAM_ACKNOWLEDGEMENT_EXPIRED,
    TEAM_ASSIGNED,
    TEAM_RESOLVED,
    TEAM_ENDPOINT_GONE,
    SEEK_CARE_NOW,
    CONTACT_TODAY,
    ARRANGE_APPOINTMENT(Duration.ofDays(7)),
    CHECK_IN(Duration.ofDays(2)),
    CONSULT_PROFESSIONAL(Duration.ofDays(7)),
    THERAPIST_FIRST(Duration.ofDays(7)),
    EXERCISE_PLAN(Duration.ofDays(3)),
    BREAK_FROM_SITTING(Duration.ofHours(1)),
    BREAK_FROM_STANDING(Duration.ofHours(1)),
    VARY_THE_MOTION(Duration.ofHours(1)),
    LIFT_WITH_CARE(Duration.ofHours(4)),
    HINT_FLARE(Duration.ofDays(1)),
    HINT_DEVICE(Duration.ofDays(2)),
    KIND_WORD(Duration.ofDays(3)),
    ALL_CLEAR(Duration.ofDays(3));

    private final String code = Code.of(this);
    private final Optional<Duration> keeps;

    Script() {
        this.keeps = Optional.empty();
    }

    Script(Duration keeps) {
        this.keeps = Optional.of(keeps);
    }

    @Override
    public String code() {
        return code;
    }

    /** How long it is still worth reading; absent for what does not wait for a good moment. */
    public Optional<Duration> keeps() {
        return keeps;
    }

    /** Whether it refers the patient to somebody. */
    public boolean refers() {
        return this == ARRANGE_APPOINTMENT || this == CONSULT_PROFESSIONAL || this == THERAPIST_FIRST;
    }
}
