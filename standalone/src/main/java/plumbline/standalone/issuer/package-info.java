/**
 * The local issuer of bearer tokens: its key and the public set beside the data. Decides the scopes that a person gets by default;
 * knows nothing of how a service checks a token.
 */
@NullMarked
package plumbline.standalone.issuer;

import org.jspecify.annotations.NullMarked;
