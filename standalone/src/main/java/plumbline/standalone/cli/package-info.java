/**
 * The command line: arguments in, exit codes and one-line errors out. Each command hands its work to the package that knows it.
 */
@NullMarked
package plumbline.standalone.cli;

import org.jspecify.annotations.NullMarked;
