package plumbline.contract.check;

import java.util.List;
import java.util.stream.Collectors;

/** A value of the contract could not be constructed; says every reason at once. Carries no stack trace: bad input is expected. */
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public InvalidValue(List<Violation> violations) {
        super(violations.stream().map(v -> v.field() + ": " + v.detail()).collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
