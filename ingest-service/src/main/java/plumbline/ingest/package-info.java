/** The ingest service: its configuration and its start. Wires the other packages and holds no rule. */
@NullMarked
package plumbline.ingest;

import org.jspecify.annotations.NullMarked;
