package plumbline.standalone.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.chassis.auth.Access;
import plumbline.chassis.auth.AuthSettings;
import plumbline.chassis.auth.Caller;
import plumbline.chassis.auth.Scope;
import plumbline.chassis.auth.TokenVerifier;
import plumbline.standalone.preflight.Obstacle;

class LocalIssuerTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path directory;

    @Test
    void issuesTokensThatTheServicesAccept() {
        LocalIssuer issuer = LocalIssuer.in(directory);

        String token = issuer.token(Grant.ofTeam("nurse", "north"), Instant.now(), HOUR);

        assertThat(verify(issuer, token))
                .isEqualTo(new Access.Granted(new Caller(
                        "nurse",
                        Set.of(Scope.ALERTS_READ, Scope.ALERTS_ACT, Scope.TIMELINE_READ, Scope.TEAMS_WRITE),
                        Optional.empty(),
                        Optional.of("north"))));
    }

    @Test
    void givesAPatientNoMoreThanTheUsualScopes() {
        LocalIssuer issuer = LocalIssuer.in(directory);

        String token = issuer.token(Grant.ofPatient("app", "p-1"), Instant.now(), HOUR);

        assertThat(verify(issuer, token))
                .isEqualTo(new Access.Granted(new Caller(
                        "app", Set.of(Scope.EVENTS_WRITE, Scope.TIMELINE_READ), Optional.of("p-1"), Optional.empty())));
    }

    @Test
    void givesExactlyTheScopesThatWereAskedFor() {
        LocalIssuer issuer = LocalIssuer.in(directory);
        Grant grant = Grant.ofPatient("feed", Grant.EVERYBODY).withScopes(List.of("events:write"));

        Access access = verify(issuer, issuer.token(grant, Instant.now(), HOUR));

        assertThat(access)
                .isEqualTo(new Access.Granted(
                        new Caller("feed", Set.of(Scope.EVENTS_WRITE), Optional.of("*"), Optional.empty())));
    }

    @Test
    void keepsItsKeySoThatTokensOutliveARestart() {
        String token = LocalIssuer.in(directory).token(Grant.ofTeam("nurse", "north"), Instant.now(), HOUR);

        assertThat(verify(LocalIssuer.in(directory), token)).isInstanceOf(Access.Granted.class);
    }

    @Test
    void issuesTokensThatExpire() {
        LocalIssuer issuer = LocalIssuer.in(directory);

        String token =
                issuer.token(Grant.ofTeam("nurse", "north"), Instant.now().minus(HOUR.multipliedBy(2)), HOUR);

        assertThat(verify(issuer, token)).isInstanceOf(Access.Denied.class);
    }

    @Test
    void keepsThePrivateKeyFromOthers() throws IOException {
        LocalIssuer issuer = LocalIssuer.in(directory);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("issuer.jwk"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(issuer.publicKeys()))
                .contains("\"kty\":\"EC\"")
                .doesNotContain("\"d\"");
    }

    @Test
    void saysWhatToDoWithADamagedKey() throws IOException {
        Files.writeString(directory.resolve("issuer.jwk"), "{}");

        assertThatThrownBy(() -> LocalIssuer.in(directory))
                .isInstanceOf(Obstacle.class)
                .hasMessageContaining("issuer.jwk holds no private P-256 key")
                .hasMessageContaining("Delete it");
    }

    private static Access verify(LocalIssuer issuer, String token) {
        return TokenVerifier.of(new AuthSettings(
                        Optional.of(issuer.publicKeys().toString()), LocalIssuer.ISSUER, LocalIssuer.AUDIENCE))
                .verifyToken(token);
    }
}
