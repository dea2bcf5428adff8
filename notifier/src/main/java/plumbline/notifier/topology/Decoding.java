package plumbline.notifier.topology;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.alert.CareAction;
import plumbline.contract.alert.NudgeAnswer;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.finding.Finding;
import plumbline.contract.json.Json;
import plumbline.contract.json.ProfileReader;
import plumbline.contract.json.ProfileReading;
import plumbline.contract.patient.Erased;
import plumbline.notifier.casework.Input;

/** Turns records into inputs. */
final class Decoding {
    private final Map<String, Source> sources = new HashMap<>();

    Decoding(KafkaSettings kafka) {
        for (Source source : Source.values()) {
            sources.put(kafka.name(source.topic()), source);
        }
    }

    /** Why a record is none of ours; the reason is fit for a log. */
    static final class Undecodable extends Exception {
        private static final long serialVersionUID = 1L;

        Undecodable(String reason) {
            super(reason, null, false, false);
        }
    }

    private record Decoded(String patient, Input input) {}

    Input decode(String topic, Record<@Nullable String, byte @Nullable []> record) throws Undecodable {
        String key = record.key();
        byte[] value = record.value();
        Source source = sources.get(topic);
        if (source == null) {
            throw new Undecodable("unknown-topic");
        }
        if (key == null || (value == null && source != Source.FINDINGS && source != Source.PATIENTS)) {
            throw new Undecodable("no-key-or-value");
        }
        if (value == null) {
            return source == Source.PATIENTS
                    ? new Input.Listed(Optional.empty())
                    : new Input.Forgotten(erasure(record));
        }
        Decoded decoded = read(source, value, Instant.ofEpochMilli(record.timestamp()));
        if (!decoded.patient().equals(key)) {
            throw new Undecodable("key-is-not-the-patient");
        }
        return decoded.input();
    }

    private static String erasure(Record<?, ?> record) {
        Header header = record.headers().lastHeader(Erased.HEADER);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Decoded read(Source source, byte[] value, Instant arrived) throws Undecodable {
        try {
            return switch (source) {
                case FINDINGS -> {
                    Finding finding = Json.read(value, Finding.class);
                    yield new Decoded(finding.patient(), new Input.Found(finding, arrived));
                }
                case CARE_ACTIONS -> {
                    if (Json.mapper().readTree(value).path("type").asText().equals("nudge-answer")) {
                        NudgeAnswer answer = Json.read(value, NudgeAnswer.class);
                        yield new Decoded(answer.patient(), new Input.Answered(answer));
                    }
                    CareAction action = Json.read(value, CareAction.class);
                    yield new Decoded(action.patient(), new Input.Acted(action));
                }
                case DELIVERIES -> {
                    DeliveryReport report = Json.read(value, DeliveryReport.class);
                    yield new Decoded(report.patient(), new Input.Reported(report));
                }
                case PATIENTS -> {
                    if (ProfileReader.read(value) instanceof ProfileReading.Good good) {
                        yield new Decoded(good.profile().id(), new Input.Listed(Optional.of(good.profile())));
                    }
                    throw new Undecodable("malformed");
                }
            };
        } catch (IOException malformed) {
            throw new Undecodable("malformed");
        }
    }
}
