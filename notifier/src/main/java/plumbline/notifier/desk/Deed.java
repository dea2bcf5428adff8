package plumbline.notifier.desk;

import plumbline.contract.alert.Alert;

/** What came of a care action. */
public sealed interface Deed {

    /** It holds; the alert shows it. */
    record Done(Alert alert) implements Deed {}

    /** It was based on an older revision, or casework refused it; this is the alert now, and why. */
    record Stale(Alert alert, String why) implements Deed {}

    /** It is kept, but does not show yet; it will be decided. */
    record Pending(Alert alert) implements Deed {}

    /** It could not be kept; the same may be tried again. */
    record NotKept(Alert alert) implements Deed {}
}
