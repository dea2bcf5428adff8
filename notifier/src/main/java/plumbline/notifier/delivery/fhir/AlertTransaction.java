package plumbline.notifier.delivery.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Reason;
import plumbline.contract.finding.FindingKind;

/**
 * One message as a transaction. What says how things stand is written anew under its identifier; what somebody may have worked on since
 * is made only once, until the end. So however often it is sent, nothing doubles.
 */
final class AlertTransaction {
    private final Notification message;
    private final Bundle bundle = new Bundle();

    private AlertTransaction(Notification message) {
        this.message = message;
        bundle.setType(Bundle.BundleType.TRANSACTION);
    }

    /** Loaded with the first message, because it costs an installation without FHIR a second and 15 MB. */
    private static final class Model {
        static final FhirContext R4 = FhirContext.forR4Cached();
    }

    static byte[] of(Notification message, String patients) {
        Bundle bundle = new AlertTransaction(message).write(patients);
        return Model.R4.newJsonParser().encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
    }

    private Bundle write(String patients) {
        if (message.reason() == Reason.ENDPOINT_GONE) {
            Resources alone = new Resources(message, Resources.patient(message.patient(), patients), new Reference());
            return say(alone.communication());
        }
        boolean ended = message.reason() == Reason.RESOLVED;
        Resources resources = new Resources(
                message, Resources.patient(message.patient(), patients), new Reference(name("DetectedIssue")));
        renew(resources.issue(ended));
        makeOnce(resources.task(ended), ended);
        if (isReferral(message.kind())) {
            makeOnce(resources.proposal(ended), ended);
        }
        if (message.kind() == FindingKind.RED_FLAG) {
            renew(resources.flag(ended));
        }
        return say(resources.communication());
    }

    private Bundle say(Resource communication) {
        add(communication).setIfNoneExist(Resources.search(Resources.DELIVERY, message.id()));
        return bundle;
    }

    private static boolean isReferral(FindingKind kind) {
        return kind == FindingKind.COMPENSATION
                || kind == FindingKind.PERSISTENT_PAIN
                || kind == FindingKind.RECURRENT_PAIN;
    }

    private void makeOnce(Resource resource, boolean ended) {
        if (ended) {
            renew(resource);
        } else {
            add(resource).setIfNoneExist(Resources.search(Resources.ALERT, message.alert()));
        }
    }

    private void renew(Resource resource) {
        Bundle.BundleEntryRequestComponent request = add(resource);
        request.setMethod(HTTPVerb.PUT)
                .setUrl(request.getUrl() + "?" + Resources.search(Resources.ALERT, message.alert()));
    }

    private Bundle.BundleEntryRequestComponent add(Resource resource) {
        String type = resource.fhirType();
        BundleEntryComponent entry = bundle.addEntry().setFullUrl(name(type)).setResource(resource);
        return entry.getRequest().setMethod(HTTPVerb.POST).setUrl(type);
    }

    /** By which the resources of one transaction name each other. */
    private String name(String type) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes((type + "/" + message.id()).getBytes(StandardCharsets.UTF_8));
    }
}
