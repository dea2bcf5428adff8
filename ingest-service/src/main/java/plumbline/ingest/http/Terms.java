package plumbline.ingest.http;

import plumbline.chassis.auth.Caller;
import plumbline.ingest.intake.Dialect;

/**
 * On what terms a request was let in.
 *
 * @param verbose whether the accepted events are listed in the answer too
 */
record Terms(Caller caller, Dialect dialect, Packing packing, boolean verbose) {}
