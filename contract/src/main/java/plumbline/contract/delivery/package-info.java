/**
 * A message on its way to one recipient over one channel: the command, and the report of each attempt. Knows nothing of retries.
 */
@NullMarked
package plumbline.contract.delivery;

import org.jspecify.annotations.NullMarked;
