/** What the services agree on. Each package below is one part of the agreement; nothing here performs I/O or reads a clock. */
@NullMarked
package plumbline.contract;

import org.jspecify.annotations.NullMarked;
