package plumbline.analytics.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import plumbline.analytics.Diary;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.history.ActiveDays;
import plumbline.analytics.history.Pains;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Moment;
import plumbline.analytics.timeline.Report;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Lift;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.vocabulary.Activity;

/** An ordinary bout is given no second look: that look must never be missed. */
class PostureLaws {
    private static final Activity[] ACTIVITIES = {
        Activity.SITTING,
        Activity.SITTING,
        Activity.SITTING,
        Activity.STANDING,
        Activity.STANDING,
        Activity.WALKING,
        Activity.REPETITIVE,
        Activity.LYING,
        Activity.LIFTING
    };

    private final PostureRules rules = new PostureRules(PolicyFile.standard().loadAndPosture());

    @Property(tries = 100)
    void whereNoDifferenceIsSeenNoneIsFoundWithPainOrWithout(@ForAll Random random) {
        DayRecord day = DayRecord.EMPTY;
        for (int event = 0; event < 60; event++) {
            DayRecord next = day.merge(part(random, event));
            boolean differ = rules.differ(day, next);
            Statistics.collect(differ ? "looked at" : "passed over");
            if (!differ) {
                for (int pain : new int[] {0, 1}) {
                    assertThat(times(next, pain)).isEqualTo(times(day, pain));
                }
            }
            day = next;
        }
    }

    private static DayRecord part(Random random, int event) {
        OffsetDateTime start = Diary.at(0, 0, 0).plusMinutes(random.nextInt(40) * 36L + random.nextInt(3));
        ActivityBout.Builder bout = ActivityBout.of(
                        "b" + random.nextInt(event + 1),
                        Diary.PATIENT,
                        start,
                        start.plusMinutes(random.nextInt(12) == 0 ? 300 : random.nextInt(40)))
                .activity(ACTIVITIES[random.nextInt(ACTIVITIES.length)])
                .version(random.nextInt(4) == 0 ? event : 0)
                .retracted(random.nextInt(15) == 0)
                .worn(random.nextInt(10) > 0)
                .repetitions(random.nextInt(300));
        if (random.nextInt(5) == 0) {
            bout.lift(new Lift(1 + random.nextInt(100), 30, 75, 30, 0, 1));
        }
        return DayRecord.of(bout.build()).get(Diary.FIRST);
    }

    /** How often each limit was passed. */
    private Map<FindingKind, Integer> times(DayRecord day, int pain) {
        Report report = Report.of(new Diary().report(0, pain).build());
        Timeline timeline = new Timeline(
                new Timeline.Now(Instant.EPOCH, Diary.FIRST, LocalDate.MIN, Moment.of(Diary.at(0, 12, 0)), day),
                new Pains(List.of(), List.of(report)),
                ActiveDays.NONE,
                List.of());
        Map<FindingKind, Integer> times = new TreeMap<>();
        for (Episode episode : rules.strain(timeline)) {
            times.put(episode.subject().kind(), episode.grade().times());
        }
        return times;
    }
}
