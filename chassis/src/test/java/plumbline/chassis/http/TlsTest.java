package plumbline.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.chassis.config.InvalidSettings;
import plumbline.chassis.config.Settings;
import plumbline.chassis.config.StartFailure;

class TlsTest {
    @TempDir
    Path directory;

    private static HttpServer serve(TlsFiles files) {
        Routes routes = Routes.nonBlocking()
                .add(
                        "GET",
                        "/",
                        (request, response, callback, path) ->
                                Answers.text(response, callback, 200, "text/plain", "here"));
        return HttpServer.start(new HttpSettings("127.0.0.1", 0, Optional.of(files)), routes);
    }

    private static HttpClient trusting(Certificate certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("a", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static void assertRefused(TlsFiles files, String... words) {
        assertThatThrownBy(() -> serve(files)).isInstanceOf(StartFailure.class).hasMessageContainingAll(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void speaksHttpsToWhoeverTrustsItsCertificate(String algorithm) throws Exception {
        PemFiles pem = PemFiles.make(directory, algorithm);
        try (HttpServer server = serve(pem.files())) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + "/"))
                    .build();

            HttpResponse<String> answer = trusting(pem.certificate).send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("here");
            assertThat(answer.sslSession())
                    .hasValueSatisfying(
                            session -> assertThat(session.getProtocol()).isEqualTo("TLSv1.3"));
        }
    }

    @Test
    void answersNoPlainHttpThen() throws Exception {
        PemFiles pem = PemFiles.make(directory, "EC");
        try (HttpServer server = serve(pem.files())) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                    .build();

            assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void namesTheFileThatCannotBeUsedAndTheRemedy() throws Exception {
        PemFiles pem = PemFiles.make(directory, "EC");
        PemFiles other = PemFiles.make(Files.createDirectory(directory.resolve("other")), "EC");
        PemFiles rsa = PemFiles.make(directory, "RSA");
        Path none = directory.resolve("none");
        Path openssl = Files.writeString(directory.resolve("old.key"), PemFiles.pem("EC PRIVATE KEY", new byte[9]));

        assertRefused(new TlsFiles(none, pem.key), "PLUMBLINE_HTTP_TLS_CERT", none.toString());
        assertRefused(new TlsFiles(pem.key, pem.key), "PLUMBLINE_HTTP_TLS_CERT", "no X.509 certificate");
        assertRefused(new TlsFiles(pem.chain, none), "PLUMBLINE_HTTP_TLS_KEY", none.toString());
        assertRefused(new TlsFiles(pem.chain, openssl), "PLUMBLINE_HTTP_TLS_KEY", "openssl pkcs8 -topk8 -nocrypt");
        assertRefused(new TlsFiles(pem.chain, other.key), "PLUMBLINE_HTTP_TLS_KEY", "not the key");
        assertRefused(new TlsFiles(pem.chain, rsa.key), "PLUMBLINE_HTTP_TLS_KEY", "not the key");
    }

    @Test
    void wantsBothFilesOrNone() {
        Map<String, String> half = Map.of("PLUMBLINE_HTTP_TLS_CERT", "a.crt");
        Settings settings = new Settings(half, HttpSettings.all(8080));

        HttpSettings.read(settings, 8080);

        assertThatThrownBy(settings::done)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("PLUMBLINE_HTTP_TLS_KEY");
    }
}
