/**
 * Sending native events to an ingest service: lines from files, batches over HTTP, patience while the service is busy. Decides
 * nothing about what a good event is.
 */
@NullMarked
package plumbline.standalone.replay;

import org.jspecify.annotations.NullMarked;
