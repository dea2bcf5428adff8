package plumbline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.chassis.auth.AuthSettings;
import plumbline.contract.event.Event;
import plumbline.ingest.http.Served.Answered;

class BearerTest {
    @TempDir
    Path directory;

    private PublicJsonWebKey key;
    private Served served;

    @BeforeEach
    void start() throws Exception {
        key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId("one");
        Path jwks = directory.resolve("jwks.json");
        Files.writeString(jwks, new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        served = new Served(Served.BOUNDS, new AuthSettings(Optional.of(jwks.toString()), "us", "plumbline"));
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private String token(String scope, String patient) throws Exception {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("app");
        claims.setIssuer("us");
        claims.setAudience("plumbline");
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringClaim("scope", scope);
        claims.setStringClaim("patient", patient);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        return signature.getCompactSerialization();
    }

    private Answered post(String body, String token) {
        return served.post(Served.JSON, body.getBytes(StandardCharsets.UTF_8), "Authorization", "Bearer " + token);
    }

    @Test
    void asksForATokenWhereThereIsNone() {
        Answered answer = served.post(Served.JSON, Served.report("a"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("www-authenticate")).isEqualTo("Bearer realm=\"plumbline\"");
    }

    @Test
    void refusesATokenThatIsNotValid() {
        Answered answer = post(Served.report("a"), "not.a.token");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("www-authenticate")).contains("error=\"invalid_token\"");
    }

    @Test
    void namesTheScopeThatIsMissing() throws Exception {
        Answered answer = post(Served.report("a"), token("alerts:read", "*"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("insufficient-scope");
        assertThat(answer.header("www-authenticate")).contains("error=\"insufficient_scope\", scope=\"events:write\"");
    }

    @Test
    void rejectsAForeignEventAndTakesTheOthers() throws Exception {
        String body = "[" + Served.report("a") + "," + Served.report("b", "p-2", "\"intensity\":1") + "]";

        Answered answer = post(body, token("events:write", "p-1"));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.code()).isEqualTo("patient-not-allowed");
        assertThat(answer.json().at("/results/0/errors/0/pointer").asText()).isEqualTo("/1/patient");
        assertThat(served.log.stored()).extracting(Event::id).containsExactly("a");
    }

    @Test
    void aTokenOfOnePatientOpensNothingOfAnother() throws Exception {
        String token = "Bearer " + token("patients:write", "p-1");
        for (String method : new String[] {"PUT", "GET", "DELETE"}) {
            Answered answer = served.request(
                    method, "/v1/patients/p-2", "{}", "Authorization", token, "Content-Type", Served.JSON);
            assertThat(answer.status()).as(method).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("patient-not-allowed");
        }
        assertThat(served.request("GET", "/v1/patients/p-2/erasure", "", "Authorization", token)
                        .status())
                .isEqualTo(403);
        assertThat(served.request("DELETE", "/v1/patients/p-1", "", "Authorization", token)
                        .status())
                .isEqualTo(202);
    }

    @Test
    void theDirectoryAsksForItsOwnScope() throws Exception {
        Answered answer = served.request(
                "GET", "/v1/patients/p-1", "", "Authorization", "Bearer " + token("events:write", "p-1"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("www-authenticate")).contains("scope=\"patients:write\"");
        assertThat(served.get("/v1/patients/p-1").status()).isEqualTo(401);
    }

    @Test
    void refusesAnObservationOfAnotherPatient() throws Exception {
        Answered answer = served.postLater(
                        "/fhir/r4/Observation",
                        "application/fhir+json",
                        BodyPublishers.ofString(FhirTest.observation("o-1", "6")),
                        "Authorization",
                        "Bearer " + token("events:write", "p-2"))
                .join();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().at("/issue/0/code").asText()).isEqualTo("forbidden");
        assertThat(answer.json().at("/issue/0/expression/0").asText()).isEqualTo("Observation.subject");
        assertThat(served.log.stored()).isEmpty();
    }

    @Test
    void answersAClientOfFhirWithoutATokenInFhir() {
        Answered answer = served.postLater("/fhir/r4", "application/fhir+json", BodyPublishers.ofString("{}"))
                .join();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().at("/issue/0/code").asText()).isEqualTo("login");
    }

    @Test
    void letsATrustedBackEndWriteForAll() throws Exception {
        String body = "[" + Served.report("a") + "," + Served.report("b", "p-2", "\"intensity\":1") + "]";

        assertThat(post(body, token("events:write", "*")).status()).isEqualTo(202);
    }
}
