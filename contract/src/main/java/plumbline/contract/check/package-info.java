/**
 * What can be wrong with a value that crosses the contract, as values: a code, a field and a remedy. Knows nothing of JSON or HTTP.
 */
@NullMarked
package plumbline.contract.check;

import org.jspecify.annotations.NullMarked;
