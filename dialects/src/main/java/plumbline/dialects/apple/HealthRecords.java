package plumbline.dialects.apple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.Identity;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.PainReport;
import plumbline.contract.event.WalkingAsymmetry;
import plumbline.contract.json.Reading;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Site;
import plumbline.dialects.Drafts;
import plumbline.dialects.Harvest;

/** Makes events of records, and says of the other records why they are passed over. */
final class HealthRecords {
    private static final String SOURCE = "apple-health";
    private static final String TYPE = "type";
    private static final String VALUE = "value";
    private static final String START = "startDate";
    private static final String END = "endDate";
    private static final int LONGEST_NUMBER = 32;
    private static final BigDecimal SECONDS_A_MINUTE = BigDecimal.valueOf(60);

    /** Severities as numbers: the middles of the bands none, mild, moderate and severe. */
    private static final Map<String, Integer> SEVERITIES = Map.of(
            "HKCategoryValueSeverityNotPresent", 0,
            "HKCategoryValueSeverityMild", 2,
            "HKCategoryValueSeverityModerate", 5,
            "HKCategoryValueSeveritySevere", 8);

    private final String patient;

    HealthRecords(String patient) {
        this.patient = patient;
    }

    void record(String place, Map<String, String> record, Harvest harvest) {
        String type = text(record, TYPE);
        switch (type) {
            case "HKCategoryTypeIdentifierLowerBackPain" -> harvest.reading(place, pain(record));
            case "HKQuantityTypeIdentifierWalkingAsymmetryPercentage" -> harvest.reading(place, asymmetry(record));
            case "HKQuantityTypeIdentifierStepCount" -> harvest.reading(place, steps(record));
            case "HKQuantityTypeIdentifierAppleStandTime" -> harvest.reading(place, standing(record));
            case "HKQuantityTypeIdentifierWalkingDoubleSupportPercentage" ->
                harvest.skipped(type, "no event has a field for double support");
            case "HKCategoryTypeIdentifierAppleStandHour" ->
                harvest.skipped(type, "an hour with one minute of standing does not say how long");
            default -> harvest.skipped(type, "carries nothing that an event has a field for");
        }
    }

    void workout(String place, Map<String, String> workout, Harvest harvest) {
        String type = text(workout, "workoutActivityType");
        Activity activity = switch (type) {
            case "HKWorkoutActivityTypeRunning" -> Activity.RUNNING;
            case "HKWorkoutActivityTypeWalking", "HKWorkoutActivityTypeHiking" -> Activity.WALKING;
            default -> Activity.EXERCISE;
        };
        harvest.reading(
                place,
                span(
                        workout,
                        type,
                        (id, span) -> Drafts.finish(
                                id, () -> bout(id, span).activity(activity).build())));
    }

    private record Span(OffsetDateTime start, OffsetDateTime end) {}

    private interface Making {
        Reading of(String id, Span span);
    }

    /** Reads the times, which every record must have, and hands them on with the id. */
    private Reading span(Map<String, String> record, String kind, Making making) {
        String zone = text(record, HealthTime.ZONE);
        Optional<OffsetDateTime> start = HealthTime.parse(text(record, START), zone);
        Optional<OffsetDateTime> end = HealthTime.parse(text(record, END), zone);
        if (start.isEmpty() || end.isEmpty()) {
            return Drafts.bad(
                    "",
                    ErrorCode.INVALID_TIME,
                    start.isEmpty() ? START : END,
                    "must be like 2019-02-10 22:03:50 -0800");
        }
        return making.of(id(record, kind, start.get(), end.get()), new Span(start.get(), end.get()));
    }

    /** The moments, not their texts, because a later export from another time zone writes the same record in other words. */
    private static String id(Map<String, String> record, String kind, OffsetDateTime start, OffsetDateTime end) {
        return Identity.of(
                SOURCE,
                kind,
                text(record, "sourceName").replace('\n', ' '),
                Long.toString(start.toEpochSecond()),
                Long.toString(end.toEpochSecond()),
                text(record, VALUE).replace('\n', ' '));
    }

    private Reading pain(Map<String, String> record) {
        String severity = text(record, VALUE);
        Optional<Integer> intensity = Optional.ofNullable(SEVERITIES.get(severity));
        boolean unspecified = severity.equals("HKCategoryValueSeverityUnspecified");
        return span(record, text(record, TYPE), (id, span) -> {
            if (intensity.isEmpty() && !unspecified) {
                return Drafts.bad(id, ErrorCode.UNKNOWN_VALUE, VALUE, "must be an HKCategoryValueSeverity");
            }
            PainReport.Builder report = PainReport.of(id, patient, span.start())
                    .site(Site.LOWER_BACK)
                    .source(intensity.isPresent() ? SOURCE + "/mapped" : SOURCE);
            intensity.ifPresent(report::intensity);
            return Drafts.finish(id, report::build);
        });
    }

    private Reading asymmetry(Map<String, String> record) {
        return number(record, (id, span, value) -> {
            if (!text(record, "unit").equals("%")) {
                return Drafts.bad(id, ErrorCode.AMBIGUOUS_UNIT, "unit", "must be %");
            }
            if (value.compareTo(BigDecimal.ONE) > 0) {
                return Drafts.bad(
                        id,
                        ErrorCode.AMBIGUOUS_UNIT,
                        VALUE,
                        "must be a fraction from 0 to 1, as the Health app writes it");
            }
            double percent = value.movePointRight(2).doubleValue();
            return Drafts.finish(
                    id,
                    () -> bout(id, span)
                            .activity(Activity.WALKING)
                            .load(new WalkingAsymmetry(percent))
                            .build());
        });
    }

    private Reading steps(Map<String, String> record) {
        return number(record, (id, span, value) -> {
            boolean countable = value.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0 && value.signum() >= 0;
            int steps = countable ? value.intValue() : -1;
            return Drafts.finish(
                    id,
                    () -> bout(id, span)
                            .activity(Activity.WALKING)
                            .repetitions(steps)
                            .build());
        });
    }

    /** Minutes stood within a span; taken from its start on, because the record does not say which of the minutes they were. */
    private Reading standing(Map<String, String> record) {
        return number(record, (id, span, value) -> {
            BigDecimal seconds = value.multiply(SECONDS_A_MINUTE);
            BigDecimal most = BigDecimal.valueOf(
                    Duration.between(span.start(), span.end()).toSeconds());
            if (!text(record, "unit").equals("min") || value.signum() < 0 || seconds.compareTo(most) > 0) {
                return Drafts.bad(
                        id, ErrorCode.AMBIGUOUS_UNIT, VALUE, "must be minutes, and no more than the record lasts");
            }
            OffsetDateTime end = span.start().plusSeconds(seconds.longValue());
            return Drafts.finish(
                    id,
                    () -> bout(id, new Span(span.start(), end))
                            .activity(Activity.STANDING)
                            .build());
        });
    }

    private interface Measuring {
        Reading of(String id, Span span, BigDecimal value);
    }

    private Reading number(Map<String, String> record, Measuring measuring) {
        return span(
                record,
                text(record, TYPE),
                (id, span) -> decimal(text(record, VALUE))
                        .map(value -> measuring.of(id, span, value))
                        .orElseGet(() -> Drafts.bad(id, ErrorCode.WRONG_TYPE, VALUE, "must be a number")));
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return text.length() > LONGEST_NUMBER ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private ActivityBout.Builder bout(String id, Span span) {
        return ActivityBout.of(id, patient, span.start(), span.end()).source(SOURCE);
    }

    private static String text(Map<String, String> record, String name) {
        return record.getOrDefault(name, "");
    }
}
