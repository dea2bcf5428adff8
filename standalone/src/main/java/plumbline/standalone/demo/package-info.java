/**
 * The demo: which cohort a directory is about, and the feed that streams it through the real HTTP API. Knows nothing of the detectors; it reaches the services only as any client would.
 */
@NullMarked
package plumbline.standalone.demo;

import org.jspecify.annotations.NullMarked;
