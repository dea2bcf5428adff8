package plumbline.ingest.http;

import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.json.Json;
import plumbline.dialects.fhir.FhirAnswer;
import plumbline.dialects.fhir.FhirBody.Kind;
import plumbline.ingest.intake.Batch;
import plumbline.ingest.intake.FhirForm;
import plumbline.ingest.intake.Form;
import plumbline.ingest.intake.Shape;

/** What a client is told of its events, in the language in which it sent them. */
final class Told {
    private final int status;
    private final String mediaType;
    private final byte[] body;
    private final Optional<String> location;

    private Told(int status, String mediaType, byte[] body, Optional<String> location) {
        this.status = status;
        this.mediaType = mediaType;
        this.body = body;
        this.location = location;
    }

    int status() {
        return status;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] body() {
        return body;
    }

    /** Under what id and version the one resource was stored that this is about. */
    Optional<String> location() {
        return location;
    }

    /**
     * The outcome of every event.
     *
     * @param verbose whether the accepted native events are listed too
     */
    static Told of(Batch batch, boolean verbose) {
        Form form = batch.form();
        if (form instanceof FhirForm fhir) {
            return fhir(batch, fhir.kind());
        }
        byte[] body = Json.write(batch.answer((Shape) form, verbose));
        return new Told(nativeStatus(batch), Headers.JSON, body, Optional.empty());
    }

    private static int nativeStatus(Batch batch) {
        int accepted = batch.accepted().size();
        if (accepted == batch.size()) {
            return HttpStatus.ACCEPTED_202;
        }
        return accepted == 0 ? HttpStatus.UNPROCESSABLE_ENTITY_422 : HttpStatus.MULTI_STATUS_207;
    }

    /** FHIR answers a bundle with 200 whatever became of its entries; only a transaction stands or falls as a whole. */
    private static Told fhir(Batch batch, Kind kind) {
        List<FhirAnswer.Item> items = batch.items();
        boolean isGood = batch.accepted().size() == batch.size();
        return switch (kind) {
            case OBSERVATION -> observation(isGood ? HttpStatus.CREATED_201 : refused(batch), items.get(0));
            case TRANSACTION ->
                isGood
                        ? fhir(HttpStatus.OK_200, FhirAnswer.of(kind, items))
                        : fhir(refused(batch), FhirAnswer.rolledBack(items));
            case BATCH, COLLECTION -> fhir(HttpStatus.OK_200, FhirAnswer.of(kind, items));
        };
    }

    private static Told observation(int status, FhirAnswer.Item item) {
        Optional<String> location = item.location().map(relative -> IngestRoutes.FHIR + "/" + relative);
        return new Told(status, FhirAnswer.MEDIA_TYPE, FhirAnswer.of(Kind.OBSERVATION, List.of(item)), location);
    }

    private static int refused(Batch batch) {
        return batch.rejections().containsKey(ErrorCode.PATIENT_NOT_ALLOWED)
                ? HttpStatus.FORBIDDEN_403
                : HttpStatus.UNPROCESSABLE_ENTITY_422;
    }

    private static Told fhir(int status, byte[] body) {
        return new Told(status, FhirAnswer.MEDIA_TYPE, body, Optional.empty());
    }
}
