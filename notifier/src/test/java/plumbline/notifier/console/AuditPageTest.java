package plumbline.notifier.console;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.chassis.auth.Tokens;
import plumbline.notifier.access.Access;
import plumbline.notifier.inbox.Samples;

/** Who saw and did what is noted, whichever way they came, and shown to their team. */
class AuditPageTest {
    @TempDir
    Path dir;

    private final HttpClient client = HttpClient.newHttpClient();
    private ConsoleHouse house;
    private String nurse;
    private String south;
    private String head;

    @BeforeEach
    void open() {
        Tokens tokens = new Tokens(dir);
        house = ConsoleHouse.guarded(tokens.verifier(), false);
        house.show(Samples.persistent("a", "p-0007"));
        nurse = tokens.ofTeam("nurse", "default", "alerts:read alerts:act");
        south = tokens.ofTeam("sue", "south", "alerts:read");
        head = tokens.ofTeam("head", "*", "alerts:read teams:write");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String token) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + house.port() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        return answer;
    }

    private void awaitNotes(int count) {
        await().atMost(5, SECONDS)
                .until(() -> house.book().newest(entry -> true, 100).size() >= count);
    }

    private Document audit(String query, String token) throws Exception {
        return Jsoup.parse(send("GET", "/audit" + query, "", token).body());
    }

    @Test
    void notesWhoSawAndDidWhatAndHowItWasAnswered() throws Exception {
        send("GET", "/v1/alerts", "", nurse);
        send("GET", "/alerts/a", "", nurse);
        send("GET", "/v1/alerts/a/history", "", nurse);
        send("POST", "/v1/alerts/a/actions", "{\"action\":\"acknowledge\",\"revision\":7}", nurse);
        send("GET", "/v1/care-teams/south", "", head);
        awaitNotes(5);

        assertThat(house.book().newest(entry -> true, 100))
                .extracting(entry -> entry.who() + " " + entry.what() + " " + entry.subject() + " " + entry.status())
                .containsExactlyInAnyOrder(
                        "nurse list-seen  200",
                        "nurse alert-seen a 200",
                        "nurse history-seen a 200",
                        "nurse acted a 409",
                        "head team-seen south 404");
        assertThat(house.book().check().faults()).isEmpty();
    }

    @Test
    void showsATeamItsOwnAndTheHeadAll() throws Exception {
        send("GET", "/v1/alerts/a", "", nurse);
        awaitNotes(1);

        assertThat(audit("", nurse).select("tbody tr").text()).contains("nurse", "Alert seen", "a", "Yes");
        assertThat(audit("", south).select("tbody tr").text()).doesNotContain("nurse");
        assertThat(audit("", head).select("tbody tr").text()).contains("nurse");
    }

    @Test
    void findsByWhoWhatAndAlert() throws Exception {
        send("GET", "/v1/alerts/a", "", nurse);
        send("GET", "/v1/alerts", "", nurse);
        awaitNotes(2);

        assertThat(audit("?what=alert-seen", nurse).select("tbody tr")).hasSize(1);
        assertThat(audit("?who=NUR&subject=a", nurse).select("tbody tr")).hasSize(1);
        assertThat(audit("?who=zoe", nurse).select(".empty").text()).contains("Nothing that fits");
        assertThat(audit("?who=%3Cscript%3E", nurse).select("#main script")).isEmpty();
    }

    @Test
    void aButtonChecksTheSeals() throws Exception {
        send("GET", "/v1/alerts/a", "", nurse);
        awaitNotes(1);
        Document page = audit("?check=1", nurse);
        assertThat(page.select("button[name=check]")).hasSize(1);
        assertThat(page.select("[role=status]").text()).contains("as they were written");

        Access first = house.book().newest(entry -> true, 1).get(0);
        house.book().add(first);

        assertThat(audit("?check=1", nurse).select("[role=alert]").text()).contains("something is missing");
    }

    @Test
    void exportsTheEntriesWithTheirSeals() throws Exception {
        send("GET", "/v1/alerts/a", "", nurse);
        awaitNotes(1);

        HttpResponse<String> file = send("GET", "/audit/export?what=alert-seen", "", nurse);

        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("access-log.ndjson");
        assertThat(file.body().lines()).singleElement().asString().contains("\"who\":\"nurse\"", "\"seal\":");
    }

    @Test
    void notesASignInThatWasRefusedWithoutItsToken() throws Exception {
        client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + house.port() + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("token=canary"))
                        .build(),
                BodyHandlers.ofString());
        awaitNotes(1);

        Access noted = house.book().newest(entry -> true, 1).get(0);
        assertThat(noted.what() + noted.status()).isEqualTo("signed-in403");
        assertThat(noted.toString()).doesNotContain("canary");
    }
}
