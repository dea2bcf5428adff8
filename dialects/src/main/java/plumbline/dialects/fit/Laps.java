package plumbline.dialects.fit;

import com.garmin.fit.DateTime;
import com.garmin.fit.Sport;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.contract.Identity;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.SidedLoad;
import plumbline.contract.json.Reading;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Measure;
import plumbline.dialects.Drafts;
import plumbline.dialects.Harvest;

/**
 * Makes a bout of each lap. The device's own average of the lap comes first; where it names no side, the records do, each weighted
 * with its power, so that the shares are shares of the work.
 */
final class Laps {
    private static final String SIDE_UNKNOWN = "the file does not say which side it means";

    private final Recording recording;
    private final String patient;

    Laps(Recording recording, String patient) {
        this.recording = recording;
        this.patient = patient;
    }

    void harvest(Harvest harvest) {
        List<Recording.Stretch> laps = recording.stretches();
        for (int i = 0; i < laps.size(); i++) {
            Recording.Stretch lap = laps.get(i);
            OptionalDouble right = right(lap);
            harvest.reading("lap " + (i + 1), bout(lap, i, right));
            if (right.isEmpty() && recording.hasBalance(lap)) {
                harvest.skipped("left_right_balance", SIDE_UNKNOWN);
            }
            if (lap.stanceBalance()) {
                harvest.skipped("stance_time_balance", SIDE_UNKNOWN);
            }
        }
    }

    private OptionalDouble right(Recording.Stretch lap) {
        OptionalDouble averaged = lap.balance().map(Balance::rightPercent).orElse(OptionalDouble.empty());
        return averaged.isPresent() ? averaged : recording.rightPercent(lap);
    }

    private Reading bout(Recording.Stretch lap, int index, OptionalDouble right) {
        String id = Identity.of("fit", recording.device(), Integer.toString(index), Long.toString(lap.start()));
        OffsetDateTime start =
                Instant.ofEpochSecond(lap.start() + DateTime.OFFSET / 1000).atOffset(recording.offset());
        OffsetDateTime end = start.plus(Duration.ofMillis(Math.round(lap.seconds() * 1000)));
        return Drafts.finish(id, () -> {
            ActivityBout.Builder bout = ActivityBout.of(id, patient, start, end)
                    .activity(activity(lap.sport().or(recording::sport)))
                    .source(source());
            right.ifPresent(percent -> bout.load(new SidedLoad(Measure.POWER_BALANCE, 100 - percent, percent)));
            return bout.build();
        });
    }

    private static Activity activity(Optional<Sport> sport) {
        if (sport.isEmpty()) {
            return Activity.OTHER;
        }
        return switch (sport.get()) {
            case RUNNING -> Activity.RUNNING;
            case WALKING, HIKING -> Activity.WALKING;
            default -> Activity.EXERCISE;
        };
    }

    private String source() {
        return recording.manufacturer().isEmpty() ? "fit" : "fit/" + recording.manufacturer();
    }
}
