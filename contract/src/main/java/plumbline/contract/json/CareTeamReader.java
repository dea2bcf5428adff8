package plumbline.contract.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.team.CareTeam;

/** Reads care teams; what is wrong is gathered, so that a client learns all of it at once. {@link Json#write} is the way back. */
public final class CareTeamReader {
    private CareTeamReader() {}

    /** What came of reading one care team. */
    public sealed interface Outcome {

        /** A complete and valid team. */
        record Good(CareTeam team) implements Outcome {}

        /**
         * Not a team.
         *
         * @param violations all that is wrong; at least one
         */
        record Bad(List<Violation> violations) implements Outcome {
            public Bad {
                violations = List.copyOf(violations);
            }
        }
    }

    /** Reads a team whose id is known; it may name it too, but no other. */
    public static Outcome read(byte[] json, String id) {
        try {
            JsonNode tree = Json.mapper().readTree(json);
            if (!tree.isObject()) {
                return bad(ErrorCode.NOT_AN_OBJECT, "must be a JSON object");
            }
            return new CareTeamDraft(tree).finish(id);
        } catch (JsonProcessingException malformed) {
            return bad(ErrorCode.MALFORMED_JSON, JsonFault.describe(malformed));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }

    private static Outcome bad(ErrorCode code, String detail) {
        return new Outcome.Bad(List.of(new Violation(code, "", detail)));
    }
}
