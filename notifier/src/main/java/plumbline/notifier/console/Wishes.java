package plumbline.notifier.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import plumbline.contract.alert.ActionKind;
import plumbline.contract.alert.ResolveReason;
import plumbline.contract.vocabulary.Codes;
import plumbline.notifier.desk.Wish;

/** What somebody wants, as a form says it. */
final class Wishes {
    private static final Codes<ActionKind> ACTIONS = Codes.of(ActionKind.class);
    private static final Codes<ResolveReason> REASONS = Codes.of(ResolveReason.class);
    private static final int MAX_NOTE = 2_000;
    private static final int MAX_ASSIGNEE = 64;

    private Wishes() {}

    static Wish acknowledge(Exchange.Form form) {
        return new Wish(ActionKind.ACKNOWLEDGE, revision(form), "", Optional.empty());
    }

    /** Absent where the form leaves out what its action needs. A snooze is counted in minutes from now. */
    static Optional<Wish> of(Exchange.Form form, Instant now) {
        Optional<ActionKind> action = ACTIONS.find(form.get("action"));
        Optional<ResolveReason> reason = REASONS.find(form.get("reason"));
        Optional<Instant> until = Optional.of(form.get("minutes"))
                .filter(text -> text.matches("\\d{1,5}"))
                .map(text -> now.plus(Duration.ofMinutes(Long.parseLong(text))));
        Optional<String> assignee = Optional.of(form.get("assignee").strip())
                .filter(text -> !text.isEmpty() && text.length() <= MAX_ASSIGNEE);
        String note = form.get("note").strip();
        return action.filter(kind -> note.length() <= MAX_NOTE)
                .filter(kind -> switch (kind) {
                    case RESOLVE -> reason.isPresent();
                    case SNOOZE -> until.isPresent();
                    case ASSIGN -> assignee.isPresent();
                    case NOTE -> !note.isEmpty();
                    case ACKNOWLEDGE, CONTACT, ESCALATE, REOPEN -> true;
                })
                .map(kind -> new Wish(kind, revision(form), note, reason, until, assignee));
    }

    private static long revision(Exchange.Form form) {
        String text = form.get("revision");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
