/** The HTTP side: who may send, how much at once, reading bodies within bounds, and answering. Decides nothing about events. */
@NullMarked
package plumbline.ingest.http;

import org.jspecify.annotations.NullMarked;
