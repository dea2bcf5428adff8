/** The guarantees of casework, each a predicate over a recorded run. Knows nothing of how a run is made. */
package plumbline.standalone.guarantee;
