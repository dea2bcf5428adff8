package plumbline.notifier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.chassis.auth.Tokens;
import plumbline.contract.alert.ActionKind;
import plumbline.contract.alert.CareAction;
import plumbline.notifier.console.ConsoleHouse;
import plumbline.notifier.inbox.Samples;

class TaskApiTest {
    @TempDir
    Path dir;

    private final List<CareAction> actions = new ArrayList<>();
    private Tokens tokens;
    private ConsoleHouse house;

    @BeforeEach
    void open() throws Exception {
        tokens = new Tokens(dir);
        house = ConsoleHouse.guarded(tokens.verifier(), false);
        house.show(Samples.persistent("a", "p-1"));
        house.casework(action -> {
            actions.add(action);
            return action.action() == ActionKind.ACKNOWLEDGE ? house.carryOut(action) : escalate(action);
        });
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void anAcceptedTaskAcknowledgesInTheNameOfWhoseTokenItBears() throws Exception {
        assertThat(put("accepted", "2", "default").statusCode()).isEqualTo(200);

        assertThat(actions).singleElement().satisfies(action -> {
            assertThat(action.action()).isEqualTo(ActionKind.ACKNOWLEDGE);
            assertThat(action.user()).isEqualTo("ehr");
            assertThat(action.note()).isEqualTo("FHIR Task t1, version 2: accepted");
        });
    }

    @Test
    void aRejectedTaskEscalates() throws Exception {
        put("rejected", "2", "default");

        assertThat(actions).extracting(CareAction::action).containsExactly(ActionKind.ESCALATE);
    }

    @Test
    void theSameVersionOfATaskCountsOnceAndALaterOneAgain() throws Exception {
        put("rejected", "2", "default");
        put("rejected", "2", "default");
        assertThat(actions).hasSize(1);

        put("rejected", "4", "default");
        assertThat(actions).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requested", "received", "in-progress", "completed", "cancelled", "nonsense", ""})
    void everyOtherStatusChangesNothing(String status) throws Exception {
        assertThat(put(status, "2", "default").body()).contains("Nothing changes");
        assertThat(actions).isEmpty();
    }

    @Test
    void anAlertThatIsAcknowledgedIsNotAcknowledgedAgain() throws Exception {
        put("accepted", "2", "default");
        put("accepted", "3", "default");

        assertThat(actions).hasSize(1);
    }

    @Test
    void anAlertOfAnotherTeamIsNotThere() throws Exception {
        assertThat(put("accepted", "2", "other").statusCode()).isEqualTo(404);
        assertThat(actions).isEmpty();
    }

    @Test
    void whatIsNoIdDoesNotReachTheHistory() throws Exception {
        put("accepted", "<script>", "default");

        assertThat(actions.get(0).note()).isEqualTo("FHIR Task t1, version -: accepted");
    }

    private CompletableFuture<Void> escalate(CareAction action) {
        house.write(Samples.entry(
                house.inbox().find("a").orElseThrow(),
                actions.size(),
                "escalated",
                action.user(),
                action.note(),
                Optional.of(action.id())));
        return CompletableFuture.completedFuture(null);
    }

    private HttpResponse<String> put(String status, String version, String team) throws Exception {
        String task = "{\"resourceType\":\"Task\",\"id\":\"t1\",\"meta\":{\"versionId\":\"" + version
                + "\"},\"identifier\":[{\"system\":\"urn:other\",\"value\":\"x\"},"
                + "{\"system\":\"urn:plumbline:alert\",\"value\":\"a\"}],\"status\":\"" + status + "\"}";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house.port() + "/fhir/r4/Task/t1"))
                                .header("Authorization", "Bearer " + tokens.ofTeam("ehr", team, "alerts:act"))
                                .header("Content-Type", "application/fhir+json")
                                .PUT(BodyPublishers.ofString(task))
                                .build(),
                        BodyHandlers.ofString());
    }
}
