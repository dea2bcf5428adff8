package plumbline.chassis.config;

/** A service cannot start, for a reason that the person at the console can mend; the message says how, in one or two lines. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailure(String reasonAndRemedy) {
        super(reasonAndRemedy);
    }

    public StartFailure(String reasonAndRemedy, Throwable cause) {
        super(reasonAndRemedy, cause);
    }
}
