package plumbline.standalone.replay;

/** One line of a file of events. */
public final class Line {
    private final String place;
    private final byte[] json;

    /**
     * @param place where it stands, as {@code FILE:NUMBER}
     * @param json UTF-8 without the line break; not copied, so not to be changed
     */
    public Line(String place, byte[] json) {
        this.place = place;
        this.json = json;
    }

    public String place() {
        return place;
    }

    public byte[] json() {
        return json;
    }
}
