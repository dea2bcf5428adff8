package plumbline.notifier.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {
    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                OLD + "|msg_p5jXN8AQM9LWM0D4loKWxJek|1614265330|{\"test\": 2432232314}"
                        + "|v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                NEW + "|msg_27UH4WbU6Z5A5EzD8u03UvzRbpk|1649367553"
                        + "|{\"email\":\"test@example.com\",\"username\":\"test_user\"}"
                        + "|v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw="
            })
    void signsThePublishedVectors(String key, String id, long timestamp, String body, String signature) {
        assertThat(SigningKeys.parse(key).sign(id, timestamp, body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(signature);
    }

    @Test
    void signsWithBothKeysWhileOneIsRotated() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(SigningKeys.parse(NEW + ", " + OLD).sign("m", 1, body))
                .isEqualTo(SigningKeys.parse(NEW).sign("m", 1, body) + " "
                        + SigningKeys.parse(OLD).sign("m", 1, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "whsec_",
                "whsec_c2hvcnQ=",
                "whsec_***",
                OLD + ",",
                "whsk_c2hvcnQ=",
                "whpk_PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw="
            })
    void refusesWhatIsNoKeyWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> SigningKeys.parse(text)).hasMessage(SigningKey.RULE);
    }

    /** The second vector of RFC 8032, 7.1 gives the key; the signature is checked with its public half. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void signsWithAnEd25519KeyThatItsPublicHalfVerifies(boolean withPublicHalf) throws Exception {
        HexFormat hex = HexFormat.of();
        byte[] seed = hex.parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        byte[] open = hex.parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        byte[] key = withPublicHalf ? hex.parseHex(hex.formatHex(seed) + hex.formatHex(open)) : seed;
        String signed = SigningKeys.parse("whsk_" + Base64.getEncoder().encodeToString(key) + "," + OLD)
                .sign("m", 1, "{}".getBytes(StandardCharsets.UTF_8));

        String[] both = signed.split(" ");
        assertThat(both[0]).startsWith("v1a,");
        assertThat(both[1]).startsWith("v1,");
        byte[] x509 = hex.parseHex("302a300506032b6570032100" + hex.formatHex(open));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
        verifier.update("m.1.{}".getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(Base64.getDecoder().decode(both[0].substring(4))))
                .isTrue();
    }

    @Test
    void showsNothingOfItsKeys() {
        assertThat(SigningKeys.parse(OLD)).hasToString("SigningKeys[1]");
    }
}
