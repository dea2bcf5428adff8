package plumbline.dialects.fhir;

import plumbline.dialects.Decoded;

/**
 * A FHIR document that was read.
 *
 * @param kind what kind of document it is, which decides the form of the answer
 * @param decoded an item for each entry, or for the one observation
 */
public record FhirBody(Kind kind, Decoded decoded) {

    /** The kinds of documents. */
    public enum Kind {
        OBSERVATION("", ""),
        BATCH("batch", "batch-response"),
        TRANSACTION("transaction", "transaction-response"),
        /** Answered like a batch: FHIR itself has no answer to a collection. */
        COLLECTION("collection", "batch-response");

        private final String type;
        private final String answer;

        Kind(String type, String answer) {
            this.type = type;
            this.answer = answer;
        }

        /** {@code Bundle.type}; empty for what is no Bundle. */
        String type() {
            return type;
        }

        /** {@code Bundle.type} of the answer. */
        String answer() {
            return answer;
        }

        /** Where an item stands in the document, as a FHIRPath. */
        public String path(int index) {
            return this == OBSERVATION ? "Observation" : "Bundle.entry[" + index + "].resource";
        }
    }
}
