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

    /** What a form asks for. */
    sealed interface Asked {
        record For(Wish wish) implements Asked {}

        /**
         * It leaves out what its action needs.
         *
         * @param remedy for whoever sent it
         */
        record Incomplete(String remedy) implements Asked {}
    }

    static Asked acknowledge(Exchange.Form form) {
        return new Asked.For(new Wish(ActionKind.ACKNOWLEDGE, revision(form), "", Optional.empty()));
    }

    /** Reads a form; a snooze is counted in minutes from now. */
    static Asked of(Exchange.Form form, Instant now) {
        Optional<ActionKind> action = ACTIONS.find(form.get("action"));
        Optional<ResolveReason> reason = REASONS.find(form.get("reason"));
        Optional<Instant> until = Optional.of(form.get("minutes"))
                .filter(text -> text.matches("\\d{1,5}"))
                .map(text -> now.plus(Duration.ofMinutes(Long.parseLong(text))));
        Optional<String> assignee = Optional.of(form.get("assignee").strip())
                .filter(text -> !text.isEmpty() && text.length() <= MAX_ASSIGNEE);
        String note = form.get("note").strip();
        if (action.isEmpty()) {
            return new Asked.Incomplete("Choose one of the buttons");
        }
        if (note.length() > MAX_NOTE) {
            return new Asked.Incomplete("Write a note of at most " + MAX_NOTE + " characters");
        }
        Optional<Asked> incomplete = switch (action.orElseThrow()) {
            case RESOLVE -> needed(reason, "Choose what it turned out to be");
            case SNOOZE -> needed(until, "Choose how long to snooze it");
            case ASSIGN -> needed(assignee, "Say to whom, in at most " + MAX_ASSIGNEE + " characters");
            case NOTE -> needed(Optional.of(note).filter(text -> !text.isEmpty()), "Write a note");
            case ACKNOWLEDGE, CONTACT, ESCALATE, REOPEN -> Optional.empty();
        };
        return incomplete.orElseGet(
                () -> new Asked.For(new Wish(action.orElseThrow(), revision(form), note, reason, until, assignee)));
    }

    private static Optional<Asked> needed(Optional<?> field, String remedy) {
        return field.isPresent() ? Optional.empty() : Optional.of(new Asked.Incomplete(remedy));
    }

    private static long revision(Exchange.Form form) {
        String text = form.get("revision");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
