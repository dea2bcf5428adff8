package plumbline.notifier.api;

import plumbline.chassis.http.Problem;

/** A request cannot be done; carries the answer, and no stack trace: it is expected. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    static Refusal of(int status, String code, String detail) {
        return new Refusal(Problem.of(status, code, detail));
    }

    Problem problem() {
        return problem;
    }
}
