package plumbline.standalone.preflight;

/**
 * Something in the way that the person at the terminal can remove: what is wrong and what to do, in one or two lines. Carries no
 * stack trace, for none would help.
 */
public final class Obstacle extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Obstacle(String whatAndRemedy) {
        super(whatAndRemedy, null, false, false);
    }
}
