package plumbline.cohort.match;

import java.time.LocalDate;
import java.util.Optional;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Code;
import plumbline.contract.vocabulary.Side;

/** What is scored: a row of the table. {@link Expectations} says which facts each row is measured by. */
public enum Aspect implements Code {
    /** Red-flag findings that reach emergency, against emergency signs. */
    EMERGENCY_SIGN(FindingKind.RED_FLAG, Severity.EMERGENCY),
    /** Red-flag findings that reach same-day or more, against same-day signs; an emergency sign excuses one. */
    SAME_DAY_SIGN(FindingKind.RED_FLAG, Severity.SAME_DAY),
    /** Red-flag findings that reach soon or more; graver signs excuse one. */
    SOON_SIGN(FindingKind.RED_FLAG, Severity.SOON),
    /** Red-flag findings of any severity. */
    ROUTINE_SIGN(FindingKind.RED_FLAG, Severity.INFO),
    /** Against what the patient told. */
    URGENT_PAIN(FindingKind.URGENT_PAIN, Severity.INFO),
    /** Against what the patient lived through, told or not. */
    URGENT_PAIN_LIVED(FindingKind.URGENT_PAIN, Severity.INFO),
    PERSISTENT_PAIN(FindingKind.PERSISTENT_PAIN, Severity.INFO),
    PERSISTENT_STAGE_2(FindingKind.PERSISTENT_PAIN, 2),
    PERSISTENT_STAGE_3(FindingKind.PERSISTENT_PAIN, 3),
    PERSISTENT_STAGE_4(FindingKind.PERSISTENT_PAIN, 4),
    IMPROVEMENT(FindingKind.IMPROVEMENT, Severity.INFO),
    /** Against what the patient told. */
    RECURRENT_PAIN(FindingKind.RECURRENT_PAIN, Severity.INFO),
    /** Against what the patient lived through, told or not. */
    RECURRENT_PAIN_LIVED(FindingKind.RECURRENT_PAIN, Severity.INFO),
    WORSENING_PAIN(FindingKind.WORSENING_PAIN, Severity.INFO),
    WENT_QUIET(FindingKind.WENT_QUIET, Severity.SOON),
    FLARE(FindingKind.FLARE, Severity.INFO),
    /** All compensations that a sided device could see. */
    COMPENSATION(FindingKind.COMPENSATION, Severity.INFO),
    /** Those of two of the patient's own deviations or more. */
    COMPENSATION_FROM_2_SIGMA(FindingKind.COMPENSATION, Severity.INFO),
    /** No imbalance without pain is simulated: these can only be false, or what a compensation left behind. */
    IMBALANCE(FindingKind.IMBALANCE, Severity.INFO),
    DEVICE_SUSPECT(FindingKind.DEVICE_SUSPECT, Severity.INFO);

    private final String code = Code.of(this);
    private final FindingKind kind;
    private final Severity least;
    private final int stage;

    Aspect(FindingKind kind, int stage) {
        this.kind = kind;
        this.least = Severity.INFO;
        this.stage = stage;
    }

    Aspect(FindingKind kind, Severity least) {
        this.kind = kind;
        this.least = least;
        this.stage = 0;
    }

    @Override
    public String code() {
        return code;
    }

    /** The kind of the findings that this row counts. */
    public FindingKind kind() {
        return kind;
    }

    /** Whether one claim may stand for several facts while it is open: a sign that is still being looked after is not raised again. */
    boolean stands() {
        return kind == FindingKind.RED_FLAG || kind == FindingKind.URGENT_PAIN;
    }

    /** The claim as this row sees it; nothing if it is none of this row's. */
    Optional<Raised> raised(Claim claim) {
        if (claim.kind() != kind) {
            return Optional.empty();
        }
        boolean compared = kind == FindingKind.COMPENSATION || kind == FindingKind.IMBALANCE;
        Optional<Side> side = compared ? claim.loadedSide() : Optional.of(claim.side());
        return claim.reached(least, stage).map((LocalDate on) -> new Raised(on, claim.closed(), claim.site(), side));
    }
}
