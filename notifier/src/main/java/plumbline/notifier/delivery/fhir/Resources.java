package plumbline.notifier.delivery.fhir;

import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationPriority;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueSeverity;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import plumbline.contract.delivery.Notification;

/**
 * What an alert and a message about it are in FHIR R4.
 *
 * @param issue names the DetectedIssue of the same transaction; empty where there is none
 */
record Resources(Notification message, Reference patient, Reference issue) {
    static final String ALERT = "urn:plumbline:alert";
    static final String DELIVERY = "urn:plumbline:delivery";
    private static final String KIND = "urn:plumbline:finding-kind";
    private static final String REASON = "urn:plumbline:reason";

    /** A patient by an identifier, for what number the server keeps them under is not known here. */
    static Reference patient(String id, String system) {
        return new Reference()
                .setType("Patient")
                .setIdentifier(new Identifier().setSystem(system).setValue(id));
    }

    /** The search that finds a resource again. */
    static String search(String system, String id) {
        return "identifier=" + system + "|" + id;
    }

    DetectedIssue issue(boolean ended) {
        return new DetectedIssue()
                .addIdentifier(identifier(ALERT, message.alert()))
                .setStatus(ended ? DetectedIssueStatus.FINAL : DetectedIssueStatus.PRELIMINARY)
                .setCode(kind())
                .setSeverity(
                        switch (message.severity()) {
                            case EMERGENCY, SAME_DAY -> DetectedIssueSeverity.HIGH;
                            case SOON, ROUTINE -> DetectedIssueSeverity.MODERATE;
                            case SELF_CARE, INFO -> DetectedIssueSeverity.LOW;
                        })
                .setPatient(patient);
    }

    Task task(boolean ended) {
        return new Task()
                .addIdentifier(identifier(ALERT, message.alert()))
                .setStatus(ended ? TaskStatus.COMPLETED : TaskStatus.REQUESTED)
                .setIntent(TaskIntent.PROPOSAL)
                .setPriority(TaskPriority.fromCode(priority()))
                .setCode(kind())
                .setFocus(issue)
                .setFor(patient)
                .setAuthoredOn(at())
                .setDescription(message.text());
    }

    ServiceRequest proposal(boolean ended) {
        return new ServiceRequest()
                .addIdentifier(identifier(ALERT, message.alert()))
                .setStatus(ended ? ServiceRequestStatus.COMPLETED : ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequestIntent.PROPOSAL)
                .setPriority(ServiceRequestPriority.fromCode(priority()))
                .setCode(new CodeableConcept().setText("Assessment by a professional"))
                .setSubject(patient)
                .setAuthoredOn(at())
                .addReasonReference(issue);
    }

    Flag flag(boolean ended) {
        return new Flag()
                .addIdentifier(identifier(ALERT, message.alert()))
                .setStatus(ended ? FlagStatus.INACTIVE : FlagStatus.ACTIVE)
                .setCode(kind())
                .setSubject(patient);
    }

    Communication communication() {
        Communication communication = new Communication()
                .addIdentifier(identifier(DELIVERY, message.id()))
                .setStatus(CommunicationStatus.COMPLETED)
                .setPriority(CommunicationPriority.fromCode(priority()))
                .setSubject(patient)
                .addAbout(issue)
                .setSent(at())
                .addReasonCode(concept(REASON, message.reason().code()));
        communication.addRecipient().setDisplay(message.recipient());
        communication.addPayload().setContent(new StringType(message.text()));
        message.link().ifPresent(link -> communication.addPayload().setContent(new StringType(link)));
        return communication;
    }

    private CodeableConcept kind() {
        return concept(KIND, message.kind().code());
    }

    private String priority() {
        return switch (message.severity()) {
            case EMERGENCY -> "stat";
            case SAME_DAY -> "urgent";
            case SOON -> "asap";
            case ROUTINE, SELF_CARE, INFO -> "routine";
        };
    }

    private Date at() {
        return Date.from(message.at());
    }

    private static CodeableConcept concept(String system, String code) {
        CodeableConcept concept = new CodeableConcept().setText(code.replace('-', ' '));
        concept.addCoding().setSystem(system).setCode(code);
        return concept;
    }

    private static Identifier identifier(String system, String value) {
        return new Identifier().setSystem(system).setValue(value);
    }
}
