package plumbline.contract.alert;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Objects;
import plumbline.contract.vocabulary.Code;

/**
 * What a patient says to a nudge; {@code care-actions-v1} carries it too.
 *
 * @param nudge the id of the message
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("nudge-answer")
public record NudgeAnswer(String nudge, String patient, Response response, Instant at) {

    public NudgeAnswer {
        Objects.requireNonNull(nudge, "nudge");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(at, "at");
    }

    /** The answers there are. */
    public enum Response implements Code {
        DONE,
        DISMISSED,
        NOT_NOW;

        private final String code = Code.of(this);

        @Override
        public String code() {
            return code;
        }
    }
}
