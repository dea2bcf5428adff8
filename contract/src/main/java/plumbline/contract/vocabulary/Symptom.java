package plumbline.contract.vocabulary;

/**
 * Symptoms and circumstances that a report may name beside the pain: the codes that the red-flag rules grade, in the order of their
 * usual urgency. What urgency a code has in which combination is the policy's business, not this list's.
 */
public enum Symptom implements Code {
    SADDLE_NUMBNESS,
    BLADDER_CHANGE,
    BOWEL_CHANGE,
    SEXUAL_DYSFUNCTION_NEW,
    BILATERAL_LEG_SYMPTOMS,
    LEG_SYMPTOMS_NOW_BILATERAL,
    LEG_WEAKNESS_PROGRESSIVE,
    GAIT_DISTURBANCE_NEW,
    CLUMSY_LIMBS,
    CHEST_PAIN,
    MAJOR_TRAUMA,
    PULSATILE_ABDOMEN,
    TEARING_PAIN,
    COLLAPSE,
    CANCER_HISTORY,
    FEVER,
    RIGORS,
    UNWELL_WITH_PAIN,
    MOTOR_LOSS_ONE_SIDE,
    MINOR_TRAUMA,
    LONG_TERM_STEROIDS,
    OSTEOPOROSIS,
    WEIGHT_LOSS_UNEXPLAINED,
    NIGHT_PAIN_UNRELIEVED,
    THORACIC_OR_BANDLIKE_PAIN,
    STRUCTURAL_DEFORMITY,
    FIRST_EPISODE,
    IV_DRUG_USE,
    IMMUNOSUPPRESSED,
    RECENT_INFECTION,
    LEG_PAIN,
    LEG_NUMBNESS,
    WAKES_SECOND_HALF_OF_NIGHT,
    BUTTOCK_PAIN,
    BETTER_WITH_MOVEMENT,
    BETTER_ON_NSAID,
    FAMILY_HISTORY_INFLAMMATORY,
    ARTHRITIS,
    ENTHESITIS,
    PSORIASIS;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
