package plumbline.chassis.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.chassis.config.InvalidSettings;
import plumbline.chassis.config.Settings;
import plumbline.chassis.config.StartFailure;
import plumbline.chassis.http.HttpSettings;

class TokenVerifierTest {
    @TempDir
    Path directory;

    private Tokens tokens;
    private TokenVerifier verifier;

    @BeforeEach
    void issue() {
        tokens = new Tokens(directory);
        verifier = tokens.verifier();
    }

    private String token(Consumer<JwtClaims> change) {
        return tokens.token(claims -> {
            claims.setStringClaim("scope", "events:write alerts:read something:else");
            claims.setStringClaim("patient", "p-1");
            change.accept(claims);
        });
    }

    private Access judge(String token) {
        return verifier.verify(Optional.of("Bearer " + token));
    }

    @Test
    void grantsWhatTheClaimsSay() throws Exception {
        Access access = judge(token(claims -> {}));

        assertThat(access).isInstanceOfSatisfying(Access.Granted.class, granted -> {
            assertThat(granted.caller().scopes()).containsExactlyInAnyOrder(Scope.EVENTS_WRITE, Scope.ALERTS_READ);
            assertThat(granted.caller().speaksFor("p-1")).isTrue();
            assertThat(granted.caller().speaksFor("p-2")).isFalse();
            assertThat(granted.caller().worksFor("any")).isFalse();
        });
    }

    @Test
    void asksForATokenWhereThereIsNone() {
        assertThat(verifier.verify(Optional.empty())).isInstanceOf(Access.Denied.class);
        assertThat(verifier.verify(Optional.of("Basic bmljZTp0cnk="))).isInstanceOf(Access.Denied.class);
    }

    @Test
    void deniesWhatIsNotMeantForUsOrNotNow() throws Exception {
        Map<String, String> denied = Map.of(
                token(claims -> claims.setIssuer("them")), "issuer",
                token(claims -> claims.setAudience("another")), "audience",
                token(claims -> claims.setExpirationTime(NumericDate.fromSeconds(1))), "expired",
                token(claims -> claims.setNotBeforeMinutesInThePast(-3)), "not valid yet");

        denied.forEach((token, reason) -> assertThat(judge(token))
                .isInstanceOfSatisfying(
                        Access.Denied.class,
                        access -> assertThat(access.detail()).contains(reason)));
    }

    @Test
    void deniesATokenWithoutEndOrSubject() throws Exception {
        assertThat(judge(token(claims -> claims.unsetClaim("exp")))).isInstanceOf(Access.Denied.class);
        assertThat(judge(token(claims -> claims.unsetClaim("sub")))).isInstanceOf(Access.Denied.class);
    }

    @Test
    void deniesAKeyThatTheIssuerDoesNotHave() throws Exception {
        PublicJsonWebKey sameName = Tokens.newKey("one");
        PublicJsonWebKey otherName = Tokens.newKey("two");

        assertThat(judge(Tokens.sign(Tokens.claims(), sameName))).isInstanceOf(Access.Denied.class);
        assertThat(judge(Tokens.sign(Tokens.claims(), otherName))).isInstanceOf(Access.Denied.class);
    }

    @Test
    void deniesATokenWithoutSignature() throws Exception {
        JsonWebSignature unsigned = new JsonWebSignature();
        unsigned.setPayload(Tokens.claims().toJson());
        unsigned.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        unsigned.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);

        assertThat(judge(unsigned.getCompactSerialization())).isInstanceOf(Access.Denied.class);
        assertThat(judge("not.a.token")).isInstanceOf(Access.Denied.class);
    }

    @Test
    void deniesASecretMadeOfThePublicKey() throws Exception {
        JsonWebSignature confused = new JsonWebSignature();
        confused.setPayload(Tokens.claims().toJson());
        confused.setKeyIdHeaderValue(tokens.key().getKeyId());
        confused.setKey(new HmacKey(tokens.key().getPublicKey().getEncoded()));
        confused.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);

        assertThat(judge(confused.getCompactSerialization())).isInstanceOf(Access.Denied.class);
    }

    @Test
    void letsATokenForEveryPatientSpeakForEach() throws Exception {
        assertThat(judge(token(claims -> claims.setStringClaim("patient", "*"))))
                .isInstanceOfSatisfying(
                        Access.Granted.class,
                        granted -> assertThat(granted.caller().speaksFor("p-2")).isTrue());
    }

    @Test
    void cannotTellWhileTheIssuerWasNeverReached() throws Exception {
        TokenVerifier waiting = TokenVerifier.of(Tokens.settings("https://127.0.0.1:1/jwks"));

        assertThat(waiting.verify(Optional.of("Bearer " + token(claims -> {})))).isInstanceOf(Access.Undecided.class);
        assertThat(waiting.readiness().ready()).isFalse();
        assertThat(verifier.readiness().ready()).isTrue();
    }

    @Test
    void namesAFileOfKeysThatCannotBeRead() {
        AuthSettings missing = Tokens.settings(directory.resolve("none").toString());

        assertThatThrownBy(() -> TokenVerifier.of(missing))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("PLUMBLINE_AUTH_JWKS");
    }

    @Test
    void refusesToBeReachableWithoutAnIssuer() {
        Settings settings = new Settings(Map.of(), AuthSettings.ALL);
        AuthSettings.read(settings, new HttpSettings("0.0.0.0", 8080));

        assertThatThrownBy(settings::done)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("PLUMBLINE_AUTH_JWKS");
    }
}
