package plumbline.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.json.Json;

class DeliveryGoldenTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final Notification NOTIFICATION = new Notification(
            "NPFHgzal5w_5b8Tf",
            "yDxCIDokQuMUa845",
            "p-1042",
            RecipientKind.CARE_TEAM,
            "default",
            Lane.URGENT,
            ChannelKind.WEBHOOK,
            Reason.FIRST,
            FindingKind.URGENT_PAIN,
            Severity.EMERGENCY,
            1,
            "New emergency alert: urgent-pain.",
            Optional.of("https://plumbline.example/alerts/yDxCIDokQuMUa845"),
            AT,
            AT.plusSeconds(7200));

    @Test
    void aNotificationIsWrittenAndReadAsOnRecord() throws IOException {
        assertGolden("notification", NOTIFICATION);
    }

    @Test
    void aReportOfAStartIsWrittenAndReadAsOnRecord() throws IOException {
        assertGolden("delivery-report-started", DeliveryReport.started(NOTIFICATION, AT));
    }

    @Test
    void aFinalReportIsWrittenAndReadAsOnRecord() throws IOException {
        assertGolden(
                "delivery-report-final",
                new DeliveryReport(
                        "NPFHgzal5w_5b8Tf",
                        "yDxCIDokQuMUa845",
                        "p-1042",
                        2,
                        Phase.FINAL,
                        AT,
                        Optional.of(Outcome.RETRY),
                        OptionalInt.of(503),
                        OptionalLong.of(120_000),
                        OptionalLong.of(37)));
    }

    @Test
    void aFinalReportSaysWhatCameOfIt() {
        assertThatThrownBy(() -> new DeliveryReport(
                        "d",
                        "a",
                        "p",
                        1,
                        Phase.FINAL,
                        AT,
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty()))
                .hasMessage("a final report needs an outcome");
    }

    private static void assertGolden(String name, Object message) throws IOException {
        try (InputStream file = DeliveryGoldenTest.class.getResourceAsStream("/golden/delivery/" + name + ".json")) {
            byte[] golden = file.readAllBytes();
            String recorded = new String(golden, StandardCharsets.UTF_8).strip();

            assertThat(new String(Json.write(message), StandardCharsets.UTF_8)).isEqualTo(recorded);
            assertThat(Json.read(golden, message.getClass())).isEqualTo(message);
        }
    }
}
