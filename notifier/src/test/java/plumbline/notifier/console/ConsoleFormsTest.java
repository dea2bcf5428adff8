package plumbline.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.chassis.auth.Tokens;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertStatus;
import plumbline.notifier.inbox.Samples;

/** Every form of an alert's page, sent as a browser without JavaScript sends it. */
class ConsoleFormsTest {
    @TempDir
    Path dir;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private ConsoleHouse house;

    @BeforeEach
    void open() throws Exception {
        Tokens tokens = new Tokens(dir);
        house = ConsoleHouse.guarded(tokens.verifier(), false);
        house.show(Samples.persistent("a", "p-0007"));
        house.show(Samples.resolved(Samples.persistent("done", "p-0008")));
        house.show(Samples.ofTeam(Samples.emergency("foreign", "p-9999"), "north"));
        post("/sign-in", Map.of("token", tokens.ofTeam("nurse", "default", "alerts:read alerts:act")));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + house.port() + path));
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The form of a page that has a button for this, filled in with what it holds and what somebody types. */
    private Map<String, String> form(String alert, String action, String typed) throws Exception {
        String page = browser.send(request("/alerts/" + alert).build(), BodyHandlers.ofString())
                .body();
        Element form =
                Jsoup.parse(page).selectFirst("form:has(button[value=" + action + "]), form[action$=/" + action + "]");
        Map<String, String> fields = new HashMap<>();
        form.select("input").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.put("action", action);
        for (String field : typed.split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        return fields;
    }

    private HttpResponse<String> press(String alert, Map<String, String> fields) throws Exception {
        return post("/alerts/" + alert + "/actions", fields);
    }

    private Alert alert(String id) {
        return house.inbox().find(id).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "contact, note=Called, In action by nurse",
        "note, note=No answer, No answer",
        "escalate, note=, Not acknowledged",
        "snooze, minutes=30, Snoozed",
        "assign, assignee=dr.lin, dr.lin",
        "resolve, reason=benign, Resolved by nurse as benign"
    })
    void doesWhatTheButtonSaysAndShowsIt(String action, String typed, String shows) throws Exception {
        HttpResponse<String> answer = press("a", form("a", action, typed));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(alert("a").revision()).isEqualTo(2);
        String page = browser.send(request("/alerts/a").build(), BodyHandlers.ofString())
                .body();
        assertThat(Jsoup.parse(page).select("#main").text()).contains(shows);
    }

    @Test
    void reopensWhatIsResolved() throws Exception {
        press("done", form("done", "reopen", "note=It came back"));

        assertThat(alert("done").status()).isEqualTo(AlertStatus.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact", "note", "escalate", "snooze", "assign", "resolve"})
    void aFormOfAnotherSessionDoesNothing(String action) throws Exception {
        Map<String, String> fields = form("a", action, "note=x&minutes=30&assignee=x&reason=true");
        fields.put("proof", "forged");

        assertThat(press("a", fields).statusCode()).isEqualTo(403);
        assertThat(alert("a").revision()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact", "note", "escalate", "snooze", "assign", "resolve"})
    void aFormThatWasOvertakenIsAnsweredWithHowItStandsNow(String action) throws Exception {
        Map<String, String> fields = form("a", action, "note=x&minutes=30&assignee=x&reason=true");
        house.show(Samples.acknowledged(alert("a"), "dr.lin"));

        HttpResponse<String> answer = press("a", fields);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.body()).select("#main").text()).contains("Not done", "Acknowledged by dr.lin");
        assertThat(alert("a").revision()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "note, note=, Write a note",
        "snooze, minutes=never, Choose how long",
        "assign, assignee=, Say to whom",
        "resolve, reason=, Choose what it turned out to be",
        "resolve, reason=tired, Choose what it turned out to be"
    })
    void aMissingFieldIsNamed(String action, String typed, String names) throws Exception {
        HttpResponse<String> answer = press("a", form("a", action, typed));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("[role=alert]").text()).contains(names);
        assertThat(alert("a").revision()).isEqualTo(1);
    }

    @Test
    void anActionThatIsNoneIsRefused() throws Exception {
        Map<String, String> fields = form("a", "note", "note=x");
        fields.put("action", "dance");

        assertThat(press("a", fields).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact", "note", "escalate", "snooze", "assign", "resolve"})
    void anotherTeamsAlertIsNotThere(String action) throws Exception {
        HttpResponse<String> answer = press("foreign", form("a", action, "note=x&minutes=30&assignee=x&reason=true"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("p-9999");
        assertThat(alert("foreign").revision()).isEqualTo(1);
    }
}
