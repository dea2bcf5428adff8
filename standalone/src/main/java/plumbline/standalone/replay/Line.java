package plumbline.standalone.replay;

/**
 * One line of a file of events.
 *
 * @param place where it stands, as {@code FILE:NUMBER}
 * @param json UTF-8 without the line break; not copied, not to be changed
 */
public record Line(String place, byte[] json) {}
