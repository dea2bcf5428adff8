/**
 * A whole Plumbline in one JVM: the broker, or somebody else's, and the three services. Decides where each keeps its data and in
 * which order they start; knows nothing of what they do.
 */
@NullMarked
package plumbline.standalone.installation;

import org.jspecify.annotations.NullMarked;
