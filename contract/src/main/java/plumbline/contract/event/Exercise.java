package plumbline.contract.event;

import plumbline.contract.check.Checks;

/**
 * A therapeutic exercise done during a bout.
 *
 * @param name 1-128 characters
 * @param completed whether it was done to the end
 */
public record Exercise(String name, boolean completed) {

    public Exercise {
        new Checks().text(name, "exercise/name").done();
    }
}
