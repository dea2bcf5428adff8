package plumbline.ingest.directory;

/** Directories for tests. */
public final class Directories {
    private Directories() {}

    /** An empty one that holds all that there is. */
    public static Directory complete() {
        Directory directory = new Directory();
        directory.complete();
        return directory;
    }
}
