package plumbline.contract.json;

import java.util.List;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.patient.PatientProfile;

/** What came of reading one entry of the directory. */
public sealed interface ProfileReading {

    /** A complete and valid entry. */
    record Good(PatientProfile profile) implements ProfileReading {}

    /**
     * Not an entry.
     *
     * @param violations all that is wrong; at least one
     */
    record Bad(List<Violation> violations) implements ProfileReading {
        public Bad {
            violations = List.copyOf(violations);
        }

        static Bad of(ErrorCode code, String detail) {
            return new Bad(List.of(new Violation(code, "", detail)));
        }
    }
}
