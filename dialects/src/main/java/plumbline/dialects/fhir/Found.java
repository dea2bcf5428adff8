package plumbline.dialects.fhir;

import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;

/** What came of looking for one part of an observation. */
sealed interface Found<T> {

    /** The part, as it was read. */
    record Read<T>(T value) implements Found<T> {}

    /** Why there is no such part. */
    record Wrong<T>(Violation violation) implements Found<T> {}

    static <T> Found<T> read(T value) {
        return new Read<>(value);
    }

    static <T> Found<T> wrong(ErrorCode code, String field, String detail) {
        return new Wrong<>(new Violation(code, field, detail));
    }
}
