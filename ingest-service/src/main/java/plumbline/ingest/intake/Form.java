package plumbline.ingest.intake;

/** The form of a body, which decides how its outcomes are told. */
public sealed interface Form permits Shape, FhirForm {

    /** Whether one bad event keeps all the others from being taken. */
    default boolean isAllOrNothing() {
        return false;
    }
}
