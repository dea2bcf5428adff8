package plumbline.contract.vocabulary;

/** Where it hurts: the body sites that a pain report may name. */
public enum Site implements Code {
    LOWER_BACK,
    UPPER_BACK,
    NECK,
    SHOULDER,
    ELBOW,
    WRIST_HAND,
    PELVIS,
    HIP,
    BUTTOCK,
    GROIN,
    THIGH,
    KNEE,
    LOWER_LEG,
    ANKLE_FOOT,
    CHEST,
    ABDOMEN,
    HEAD;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
