package plumbline.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
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
    @ValueSource(strings = {"", "secret", "whsec_", "whsec_c2hvcnQ=", "whsec_***", OLD + ","})
    void refusesWhatIsNoKeyWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> SigningKeys.parse(text))
                .hasMessage("must be whsec_ followed by 24-64 bytes in Base64; several with commas");
    }

    @Test
    void showsNothingOfItsKeys() {
        assertThat(SigningKeys.parse(OLD)).hasToString("SigningKeys[1]");
    }
}
