package plumbline.analytics.episode;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import plumbline.contract.finding.Evidence;

/**
 * A stretch of days on which a rule held, as assessed now.
 *
 * @param accounts why it holds, and why it ended
 * @param endsOn the date on which it ends if nothing more is heard; absent when it has ended, or does not end by silence
 */
public record Episode(Subject subject, Span span, Grade grade, Accounts accounts, Optional<LocalDate> endsOn) {

    /** One sentence for a care team, and the evidence to check it by. */
    public record Account(String summary, Evidence evidence) {
        public Account {
            Objects.requireNonNull(summary, "summary");
            Objects.requireNonNull(evidence, "evidence");
        }
    }

    /**
     * What there is to say about an episode, put into words only when it is said.
     *
     * @param holding why it holds, or held
     * @param ending why it ended; absent while it is open
     */
    public record Accounts(Supplier<Account> holding, Optional<Supplier<Account>> ending) {
        public Accounts {
            Objects.requireNonNull(holding, "holding");
        }

        /** Of an episode that is open. */
        public static Accounts open(Supplier<Account> holding) {
            return new Accounts(holding, Optional.empty());
        }

        /** Of an episode that ended. */
        public static Accounts over(Supplier<Account> holding, Supplier<Account> ending) {
            return new Accounts(holding, Optional.of(ending));
        }
    }

    public Episode {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(accounts, "accounts");
    }
}
