package plumbline.notifier.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import plumbline.contract.alert.Alert;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.Phase;
import plumbline.contract.delivery.Reason;
import plumbline.contract.delivery.RecipientKind;
import plumbline.notifier.casefile.Delivery;
import plumbline.notifier.casefile.Episode;
import plumbline.notifier.casefile.Hold;
import plumbline.notifier.casefile.Stage;
import plumbline.notifier.rules.Retries;

/** What a report, or its absence, means for a message: done, again later, or given up. */
final class Deliveries {
    /** Longer than any attempt takes: connecting may take 5 s, the answer 15 s. */
    static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Desk desk;
    private final Escalation escalation;
    private final Announcements announcements;

    Deliveries(Desk desk) {
        this.desk = desk;
        this.escalation = new Escalation(desk);
        this.announcements = new Announcements(desk);
    }

    Verdict take(DeliveryReport report) {
        Optional<Delivery> known = desk.delivery(report.delivery());
        if (known.isEmpty()) {
            return Verdict.IGNORED;
        }
        Delivery delivery = known.orElseThrow();
        boolean current = report.attempt() == delivery.attempt() && delivery.inFlight();
        if (report.phase() == Phase.STARTED) {
            if (!current || delivery.stage() != Stage.QUEUED) {
                return Verdict.IGNORED;
            }
            desk.put(delivery.started(desk.now().plus(DEADLINE)));
            return Verdict.NOTED;
        }
        if (current) {
            finish(delivery, report);
        } else {
            desk.write(
                    delivery.episode(),
                    Happening.LATE_REPORT,
                    Desk.wordsOf(delivery) + ", attempt " + report.attempt() + ": "
                            + report.outcome().orElseThrow().code());
        }
        return Verdict.NOTED;
    }

    /** Deals with every delivery whose time has come; those that are held are the release's. */
    void tick() {
        for (Delivery known : desk.deliveries()) {
            Delivery delivery = helpedOut(known, false);
            if (isUnclaimed(delivery)) {
                missed(delivery);
            }
            if (!delivery.isDue(desk.now())) {
                continue;
            }
            if (delivery.stage() == Stage.STARTED) {
                inDoubt(delivery, "no report within " + DEADLINE.toSeconds() + " s");
            } else if (delivery.stage() == Stage.WAITING) {
                resend(delivery);
            }
        }
    }

    /** Whether its time is long up and no worker has said that it began: workers are away, and their commands must not pile up. */
    private boolean isUnclaimed(Delivery delivery) {
        return delivery.stage() == Stage.QUEUED
                && delivery.message()
                        .expires()
                        .filter(end -> end.plus(DEADLINE).isBefore(desk.now()))
                        .isPresent();
    }

    private void finish(Delivery delivery, DeliveryReport report) {
        String status = report.httpStatus().isPresent()
                ? "status " + report.httpStatus().getAsInt()
                : "no answer";
        switch (report.outcome().orElseThrow()) {
            case DELIVERED -> {
                desk.write(delivery.episode(), Happening.DELIVERED, Desk.wordsOf(delivery));
                reached(delivery);
                end(delivery);
            }
            case RETRY -> again(delivery, status, asked(report));
            case DEFERRED -> later(delivery.untried(), asked(report));
            case REFUSED -> {
                if (delivery.message().lane() == Lane.NUDGE) {
                    giveUp(delivery, "refused, " + status);
                } else {
                    again(delivery, "refused, " + status, Optional.empty());
                }
            }
            case GONE -> gone(delivery, report.httpStatus().isPresent());
            case IN_DOUBT -> inDoubt(delivery, status);
            case EXPIRED -> missed(delivery);
        }
    }

    /** Whoever got the firing gets the closing, also if the end came while it was on its way. */
    private void reached(Delivery delivery) {
        if (delivery.message().fires()) {
            desk.episode(delivery.episode()).ifPresent(episode -> desk.put(episode.reached(delivery.to())));
        }
    }

    private void end(Delivery delivery) {
        desk.end(delivery);
        if (delivery.message().fires()) {
            announcements.arrived(delivery);
        }
    }

    /**
     * The endpoint is no more.
     *
     * @param told whether it has just said so; else it is known, and was not asked
     */
    private void gone(Delivery delivery, boolean told) {
        desk.write(delivery.episode(), Happening.ENDPOINT_GONE, delivery.to().words());
        boolean team = delivery.to().kind() == RecipientKind.CARE_TEAM;
        if (team && delivery.message().fires() && delivery.fallback().isEmpty() && !isAnswered(delivery)) {
            helpOut(delivery);
        }
        if (team && told && delivery.message().reason() != Reason.ENDPOINT_GONE) {
            escalation.tellOfGone(delivery);
        }
        giveUp(delivery, "the endpoint is gone");
    }

    private void inDoubt(Delivery delivery, String why) {
        desk.write(delivery.episode(), Happening.IN_DOUBT, Desk.wordsOf(delivery) + ": " + why);
        reached(delivery);
        if (delivery.message().lane() == Lane.NUDGE) {
            end(delivery);
        } else {
            again(delivery, "in doubt", Optional.empty());
        }
    }

    private static Optional<Duration> asked(DeliveryReport report) {
        return report.retryAfterMillis().isPresent()
                ? Optional.of(Duration.ofMillis(report.retryAfterMillis().getAsLong()))
                : Optional.empty();
    }

    /** The attempt failed. */
    private void again(Delivery delivery, String why, Optional<Duration> asked) {
        Lane lane = delivery.message().lane();
        pause(delivery, Happening.RETRY, why, Retries.next(delivery.id(), lane, delivery.attempt(), asked));
    }

    /** The attempt was not made. */
    private void later(Delivery delivery, Optional<Duration> asked) {
        Duration since = delivery.message()
                .said()
                .map(first -> Duration.between(first, desk.now()))
                .orElse(Duration.ZERO);
        Lane lane = delivery.message().lane();
        pause(
                delivery,
                Happening.DEFERRED,
                "not tried",
                Optional.of(Retries.deferral(delivery.id(), lane, since, asked)));
    }

    private void pause(Delivery delivery, Happening what, String why, Optional<Duration> delay) {
        if (isAnswered(delivery)) {
            end(delivery);
            desk.write(delivery.episode(), Happening.CANCELLED, Desk.wordsOf(delivery));
            return;
        }
        Optional<Instant> next = delay.map(desk.now()::plus)
                .filter(at -> delivery.message().expires().filter(at::isBefore).isPresent());
        if (next.isEmpty()) {
            giveUp(delivery, why + ", after attempt " + delivery.attempt());
            return;
        }
        Delivery waiting = helpedOut(delivery, delivery.attempt() >= 2);
        desk.put(
                delivery.message().lane() == Lane.NUDGE
                        ? waiting.held(Hold.RETRY, next)
                        : waiting.waiting(next.orElseThrow()));
        desk.write(
                delivery.episode(),
                what,
                Desk.wordsOf(delivery) + ": " + why + ", again at "
                        + next.orElseThrow().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Whether it called for something that somebody has done since. */
    private boolean isAnswered(Delivery delivery) {
        if (!delivery.message().fires()) {
            return false;
        }
        boolean calls = delivery.to().kind() == RecipientKind.CARE_TEAM
                && delivery.message().calls();
        return desk.episode(delivery.episode())
                .filter(episode -> calls ? episode.isCalling() && !isSnoozed(episode) : episode.stands())
                .isEmpty();
    }

    private static boolean isSnoozed(Episode episode) {
        return episode.climb()
                .filter(climb -> climb.isAwaiting(Alert.Awaited.SNOOZE))
                .isPresent();
    }

    /** After two failures, or some time without success, an urgent call goes over another channel too. */
    private Delivery helpedOut(Delivery delivery, boolean failing) {
        boolean late = delivery.help().filter(at -> !at.isAfter(desk.now())).isPresent();
        if (delivery.help().isEmpty() || !(late || failing)) {
            return delivery;
        }
        if (!isAnswered(delivery)) {
            helpOut(delivery);
        }
        Delivery helped = delivery.helped(desk.now());
        desk.put(helped);
        return helped;
    }

    private void helpOut(Delivery delivery) {
        escalation
                .helpOut(delivery)
                .ifPresent(other -> desk.write(
                        delivery.episode(),
                        Happening.FALLBACK,
                        Desk.wordsOf(delivery) + ": now by " + other.channel().code() + " too"));
    }

    private void resend(Delivery delivery) {
        Instant expires = delivery.message().expires().orElseThrow();
        if (desk.now().isBefore(expires)) {
            desk.send(delivery, expires);
        } else {
            giveUp(delivery, "its time was up after attempt " + delivery.attempt());
        }
    }

    /** The worker came to it too late; a message to a patient may have a good moment left. */
    private void missed(Delivery delivery) {
        boolean worth =
                delivery.message().expires().filter(desk.now()::isBefore).isPresent();
        if (worth && delivery.message().lane() == Lane.NUDGE) {
            desk.put(delivery.held(Hold.RETRY, Optional.of(desk.now())));
        } else if (delivery.message().lane() == Lane.NUDGE) {
            end(delivery);
            desk.write(delivery.episode(), Happening.EXPIRED, Desk.wordsOf(delivery));
        } else {
            giveUp(delivery, "no worker came to it in time");
        }
    }

    private void giveUp(Delivery delivery, String why) {
        end(delivery);
        desk.write(delivery.episode(), Happening.DEAD_LETTER, Desk.wordsOf(delivery) + ": " + why);
        boolean inTime =
                delivery.message().expires().filter(desk.now()::isBefore).isPresent();
        if (inTime
                && delivery.to().kind() == RecipientKind.CARE_TEAM
                && delivery.message().fires()) {
            escalation.hasten(delivery.episode());
        }
    }
}
