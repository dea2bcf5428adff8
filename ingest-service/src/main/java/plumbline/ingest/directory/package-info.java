/** The directory of patients as this service shows it: a view over its topic, and how far erasures have come. Knows no HTTP. */
@NullMarked
package plumbline.ingest.directory;

import org.jspecify.annotations.NullMarked;
