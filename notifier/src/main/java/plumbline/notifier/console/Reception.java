package plumbline.notifier.console;

import plumbline.notifier.access.AccessBook;
import plumbline.notifier.door.Footprints;
import plumbline.notifier.door.Visitors;

/** Who comes to the console, and what is noted of it. */
public record Reception(Visitors visitors, Footprints footprints, AccessBook book) {}
