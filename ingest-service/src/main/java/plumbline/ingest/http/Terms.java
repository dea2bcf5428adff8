package plumbline.ingest.http;

import plumbline.chassis.auth.Caller;
import plumbline.ingest.intake.BodyFormat;

/**
 * On what terms a request was let in.
 *
 * @param verbose whether the accepted events are listed in the answer too
 */
record Terms(Caller caller, BodyFormat format, boolean gzip, boolean verbose) {}
