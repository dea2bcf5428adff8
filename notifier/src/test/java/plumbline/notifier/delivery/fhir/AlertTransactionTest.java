package plumbline.notifier.delivery.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.contract.delivery.Reason;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.notifier.delivery.Commands;

class AlertTransactionTest {
    private static final String PATIENTS = "urn:oid:2.16.756.5.30.1";

    @Test
    void saysWhatWasFoundWhatIsAskedAndWhatWasSaid() {
        assertThat(requests(FindingKind.URGENT_PAIN, Reason.FIRST))
                .containsExactly(
                        "PUT DetectedIssue?identifier=urn:plumbline:alert|al-1",
                        "POST Task if none identifier=urn:plumbline:alert|al-1",
                        "POST Communication if none identifier=urn:plumbline:delivery|d-1");
    }

    @Test
    void aReferralIsProposedOnce() {
        assertThat(requests(FindingKind.COMPENSATION, Reason.FIRST))
                .contains("POST ServiceRequest if none identifier=urn:plumbline:alert|al-1");
        ServiceRequest proposal = of(ServiceRequest.class, bundle(FindingKind.COMPENSATION, Reason.FIRST));
        assertThat(proposal.getIntent()).isEqualTo(ServiceRequestIntent.PROPOSAL);
    }

    @Test
    void aFlagStandsUntilTheEndOfTheRedFlag() {
        assertThat(of(Flag.class, bundle(FindingKind.RED_FLAG, Reason.FIRST)).getStatus())
                .isEqualTo(FlagStatus.ACTIVE);
        assertThat(of(Flag.class, bundle(FindingKind.RED_FLAG, Reason.RESOLVED)).getStatus())
                .isEqualTo(FlagStatus.INACTIVE);
    }

    @Test
    void theEndIsWrittenOverWhatWasMadeOnce() {
        assertThat(requests(FindingKind.COMPENSATION, Reason.RESOLVED))
                .contains(
                        "PUT Task?identifier=urn:plumbline:alert|al-1",
                        "PUT ServiceRequest?identifier=urn:plumbline:alert|al-1");
        assertThat(of(Task.class, bundle(FindingKind.COMPENSATION, Reason.RESOLVED))
                        .getStatus())
                .isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void theTaskIsAboutTheIssueOfTheSameTransactionAndNamesThePatientAsTheServerDoes() {
        Bundle bundle = bundle(FindingKind.URGENT_PAIN, Reason.FIRST);
        Task task = of(Task.class, bundle);
        String issue = bundle.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof DetectedIssue)
                .map(BundleEntryComponent::getFullUrl)
                .findFirst()
                .orElseThrow();

        assertThat(task.getFocus().getReference()).isEqualTo(issue).startsWith("urn:uuid:");
        assertThat(task.getFor().getIdentifier().getSystem()).isEqualTo(PATIENTS);
        assertThat(task.getFor().getIdentifier().getValue()).isEqualTo("p-1");
        assertThat(task.getPriority()).isEqualTo(TaskPriority.STAT);
    }

    @Test
    void thatAnAddressIsGoneSaysNothingOfTheAlert() {
        assertThat(requests(FindingKind.RED_FLAG, Reason.ENDPOINT_GONE))
                .containsExactly("POST Communication if none identifier=urn:plumbline:delivery|d-1");
    }

    @Test
    void aRepeatIsTheSameToTheByte() {
        assertThat(bytes(FindingKind.RED_FLAG, Reason.FIRST)).isEqualTo(bytes(FindingKind.RED_FLAG, Reason.FIRST));
    }

    @Test
    void aMessageCarriesItsWordsAndTheLink() {
        Communication communication = of(Communication.class, bundle(FindingKind.URGENT_PAIN, Reason.WORSE));

        assertThat(communication.getPayload())
                .extracting(payload -> ((StringType) payload.getContent()).getValue())
                .containsExactly("canary words", "https://plumbline.example/alerts/al-1");
        assertThat(communication.getReasonCodeFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("worse");
    }

    @ParameterizedTest
    @EnumSource(FindingKind.class)
    void everyKindInEverySeverityIsRead(FindingKind kind) {
        for (Severity severity : Severity.values()) {
            for (Reason reason : Reason.values()) {
                Bundle bundle = parse(AlertTransaction.of(Commands.fhir(kind, severity, reason), PATIENTS));

                Set<String> names = bundle.getEntry().stream()
                        .map(BundleEntryComponent::getFullUrl)
                        .collect(Collectors.toSet());
                assertThat(names).hasSameSizeAs(bundle.getEntry());
            }
        }
    }

    private static byte[] bytes(FindingKind kind, Reason reason) {
        return AlertTransaction.of(Commands.fhir(kind, Severity.EMERGENCY, reason), PATIENTS);
    }

    private static Bundle bundle(FindingKind kind, Reason reason) {
        return parse(bytes(kind, reason));
    }

    private static Bundle parse(byte[] json) {
        IParser parser = FhirContext.forR4Cached().newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        return parser.parseResource(Bundle.class, new String(json, StandardCharsets.UTF_8));
    }

    private static <R extends Resource> R of(Class<R> type, Bundle bundle) {
        return bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> requests(FindingKind kind, Reason reason) {
        return bundle(kind, reason).getEntry().stream()
                .map(BundleEntryComponent::getRequest)
                .map(request -> request.getMethod().toCode() + " " + request.getUrl()
                        + (request.hasIfNoneExist() ? " if none " + request.getIfNoneExist() : ""))
                .toList();
    }
}
