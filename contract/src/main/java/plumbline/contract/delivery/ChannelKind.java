package plumbline.contract.delivery;

import plumbline.contract.vocabulary.Code;

/** How a message reaches its recipient. */
public enum ChannelKind implements Code {
    LOG,
    WEBHOOK,
    EMAIL,
    /** The FHIR R4 server of the installation. */
    FHIR;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
