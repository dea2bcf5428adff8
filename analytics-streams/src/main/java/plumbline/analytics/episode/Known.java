package plumbline.analytics.episode;

import java.time.Instant;
import java.util.Objects;

/**
 * A finding that was told.
 *
 * @param id the same for all changes of the episode
 * @param span as it was told last
 * @param grade as it was told last
 */
public record Known(String id, Subject subject, Span span, Grade grade, Stated stated) {

    /**
     * When it was told last, and what.
     *
     * @param asOf the time for which it was assessed
     * @param account a hash of the account: tells whether there is anything new to say
     */
    public record Stated(Instant asOf, int account) {
        public Stated {
            Objects.requireNonNull(asOf, "asOf");
        }
    }

    public Known {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(stated, "stated");
    }
}
