package plumbline.dialects;

import plumbline.contract.json.Reading;

/** Takes what the reading of a file finds, as it finds it. */
public interface Harvest {

    /**
     * Takes an item that is, or should have been, an event.
     *
     * @param place where in the file it stands, such as {@code line 12}
     */
    void reading(String place, Reading reading);

    /**
     * Takes note of an item that carries nothing for us.
     *
     * @param kind its kind, as the file names it
     * @param reason why nothing is made of it
     */
    void skipped(String kind, String reason);
}
