package plumbline.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.chassis.auth.Tokens;
import plumbline.notifier.inbox.Samples;

class ConsoleTest {
    @TempDir
    Path dir;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private Tokens tokens;
    private ConsoleHouse house;

    @BeforeEach
    void open() throws Exception {
        tokens = new Tokens(dir);
        house = ConsoleHouse.guarded(tokens.verifier(), false);
        house.show(Samples.persistent("a", "p-0007"));
        house.show(Samples.emergency("b", "p-1042"));
        house.show(Samples.ofTeam(Samples.emergency("foreign", "p-9999"), "north"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + house.port() + path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(get(path).body());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String... headers) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(String user, String scopes) throws Exception {
        return post("/sign-in", Map.of("token", tokens.ofTeam(user, "default", scopes)));
    }

    private void signIn() throws Exception {
        signIn("nurse", "alerts:read alerts:act");
    }

    private static Map<String, String> fields(Element form) {
        return form.select("input").stream().collect(Collectors.toMap(i -> i.attr("name"), i -> i.attr("value")));
    }

    @Test
    void sendsAStrangerToTheSignInPage() throws Exception {
        HttpResponse<String> answer = get("/");

        assertThat(answer.uri().getPath()).isEqualTo("/sign-in");
        assertThat(Jsoup.parse(answer.body()).select("label[for=token]")).hasSize(1);
    }

    @Test
    void refusesATokenThatMayNotRead() throws Exception {
        assertThat(signIn("clerk", "events:write").statusCode()).isEqualTo(403);
        assertThat(post("/sign-in", Map.of("token", "nonsense")).body()).contains("does not open the console");
    }

    @Test
    void showsEveryOpenAlertOfTheTeamWithItsSentenceAndNumbers() throws Exception {
        signIn();

        Document page = page("/");

        assertThat(page.select("article.card").eachAttr("id")).containsExactly("alert-b", "alert-a");
        assertThat(page.select("#alert-a").text())
                .contains("Routine", "Persistent pain, stage 1", "Lower back, left", "p-0007")
                .contains("Pain of 3 or more on 4 of the last 5 days in the lower back, left")
                .contains("Days with pain 4", "Raised from 3 days", "Worst pain 6 of 10")
                .contains("20 Nov 2026", "80 % of days", "PERSIST-1, policy 2026.11", "Nobody yet");
        assertThat(page.text()).doesNotContain("p-9999");
    }

    @Test
    void putsThePastAside() throws Exception {
        signIn();
        house.show(Samples.dormant("past", "p-2"));
        house.show(Samples.review("review", "p-3"));

        Document page = page("/");

        assertThat(page.select("details article").eachAttr("id")).containsExactly("alert-review", "alert-past");
        assertThat(page.select("details summary").text()).contains("2, of which 1 to review");
    }

    @Test
    void acknowledgesWithoutJavaScript() throws Exception {
        signIn();
        Element form = page("/").selectFirst("#alert-a form");

        HttpResponse<String> answer = post(form.attr("action"), fields(form));

        assertThat(answer.uri().getPath()).isEqualTo("/");
        assertThat(Jsoup.parse(answer.body())
                        .select("section[aria-labelledby=taken] #alert-a")
                        .text())
                .contains("Acknowledged by nurse");
    }

    @Test
    void givesAScriptTheCardAlone() throws Exception {
        signIn();
        Element form = page("/").selectFirst("#alert-a form");

        HttpResponse<String> answer = post(form.attr("hx-post"), fields(form), "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<div class=\"alert").contains("Acknowledged by nurse");
    }

    @Test
    void saysPlainlyThatTheAlertHasChanged() throws Exception {
        signIn();
        Element form = page("/").selectFirst("#alert-a form");
        house.show(Samples.acknowledged(Samples.persistent("a", "p-0007"), "dr.lin"));

        HttpResponse<String> answer = post(form.attr("action"), fields(form));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.body()).select("article").text())
                .contains("the alert has changed", "Acknowledged by dr.lin");
    }

    @Test
    void refusesAFormThatIsNotOfThisSession() throws Exception {
        signIn();
        Map<String, String> fields = fields(page("/").selectFirst("#alert-a form"));

        assertThat(post("/alerts/a/acknowledge", Map.of("revision", "1")).statusCode())
                .isEqualTo(403);
        assertThat(post("/alerts/a/acknowledge", Map.of("revision", "1", "proof", "forged"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/alerts/a/acknowledge", fields, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/alerts/foreign/acknowledge", fields).statusCode()).isEqualTo(404);
        assertThat(house.inbox().find("a").orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void offersNoButtonToWhoMayOnlyRead() throws Exception {
        signIn("clerk", "alerts:read");

        assertThat(page("/").select("article form")).isEmpty();
        assertThat(post("/alerts/a/acknowledge", Map.of("revision", "1")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void forbidsScriptsAndStylesFromAnywhereElse() throws Exception {
        signIn();
        HttpResponse<String> answer = get("/");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(Jsoup.parse(answer.body()).select("[style], style, script:not([src]), [onclick]"))
                .isEmpty();
    }

    @Test
    void keepsAScriptInANoteText() throws Exception {
        signIn();
        String evil = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>";
        house.write(Samples.entry(Samples.persistent("a", "p-0007"), 2, "noted", "nurse", evil, Optional.empty()));

        Document page = page("/alerts/a");

        assertThat(page.select("#main script, #main img")).isEmpty();
        assertThat(page.select(".detail").text()).contains(evil);
    }

    @Test
    void drawsTheDaysAndListsThemInATable() throws Exception {
        signIn();

        Document page = page("/alerts/a");

        assertThat(page.select("svg rect title").eachText()).contains("23 Nov 2026: 6");
        assertThat(page.select("table tbody tr").eachText()).contains("23 Nov 2026 6 4.8");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1")).hasSize(1);
    }

    @Test
    void answersAnotherTeamsAlertAsIfThereWereNone() throws Exception {
        signIn();

        assertThat(get("/alerts/foreign").statusCode()).isEqualTo(404);
    }

    @Test
    void signsOut() throws Exception {
        signIn();
        Element form = page("/").selectFirst("form[action=/sign-out]");

        post("/sign-out", fields(form));

        assertThat(get("/").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void servesItsFilesForEverAndCompressed() throws Exception {
        String css = page("/sign-in").selectFirst("link[rel=stylesheet]").attr("href");
        HttpResponse<byte[]> answer =
                browser.send(request(css).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(browser.send(request(css).header("If-None-Match", tag).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void weighsAtMost45KilobytesOnFirstView() throws Exception {
        signIn();
        for (int i = 0; i < 50; i++) {
            house.show(Samples.persistent("more-" + i, "p-" + i));
        }
        int weight = 0;
        Document page = page("/");
        for (String address : page.select("link[href], script[src]").stream()
                .map(file -> file.attr("href") + file.attr("src"))
                .toList()) {
            weight += weight(address);
        }

        assertThat(weight + weight("/")).isLessThan(45_000);
    }

    private int weight(String path) throws Exception {
        return browser.send(request(path).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray())
                .body()
                .length;
    }

    @Test
    void tellsAnOpenPageWhatChangedAndHowManyAreNew() throws Exception {
        signIn();
        String live = page("/").selectFirst("main").attr("sse-connect");
        HttpResponse<InputStream> answer = browser.send(request(live).build(), BodyHandlers.ofInputStream());
        try (BufferedReader events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            house.show(Samples.acknowledged(Samples.persistent("a", "p-0007"), "dr.lin"));
            house.show(Samples.ofTeam(Samples.emergency("other", "p-8"), "north"));
            house.show(Samples.emergency("c", "p-3"));

            String told = events.lines()
                    .takeWhile(line -> !line.contains("new emergency"))
                    .collect(Collectors.joining("\n"));
            assertThat(told).contains("event: alert-a", "Acknowledged by dr.lin", "event: news");
            assertThat(told).doesNotContain("p-8", "p-3");
        }
    }

    @Test
    void asksNobodyToSignInWhereItStandsOpen() throws Exception {
        house.close();
        house = ConsoleHouse.guarded(tokens.verifier(), true);
        house.show(Samples.persistent("a", "p-0007"));
        Element form = page("/").selectFirst("#alert-a form");

        HttpResponse<String> answer = post(form.attr("action"), fields(form));

        assertThat(answer.body()).contains("Acknowledged by demo");
        assertThat(post(form.attr("action"), Map.of("revision", "2", "proof", "x"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void answersNothingUnderTheNameOfAnotherHostWhereItStandsOpen() throws Exception {
        house.close();
        house = ConsoleHouse.guarded(tokens.verifier(), true);
        house.show(Samples.persistent("a", "p-0007"));
        String answer;
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", house.port())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("p-0007");
    }
}
