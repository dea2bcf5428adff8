package plumbline.analytics.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import plumbline.analytics.Diary;
import plumbline.analytics.Ward;
import plumbline.analytics.Weeks;
import plumbline.contract.event.Event;
import plumbline.contract.finding.Finding;

/** The findings that are open in the end, whatever way the events came. */
class FindingsLaws {
    private static final int DAYS = 60;

    @Property(tries = 20)
    void aFileInAnyOrderWithAnyDuplicatesEndsInTheSameFindings(@ForAll Random random) {
        List<Event> events = Weeks.of(random, DAYS);
        List<Event> shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, events.size() / 3));
        Collections.shuffle(shuffled, random);
        var end = Diary.at(DAYS, 0, 0).toInstant();

        List<Finding> ordered = Ward.ofAFile().take(events).finish(end).open();

        Statistics.collect(ordered.isEmpty() ? "none open" : "some open");
        assertThat(Ward.ofAFile().take(shuffled).finish(end).open()).isEqualTo(ordered);
    }

    @Property(tries = 40)
    void aServiceThatLearnsLateEndsWithTheFindingsOfTheFile(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 20) int daysLate) {
        List<Event> events = Weeks.of(random, DAYS);
        List<Tuple.Tuple2<Event, Long>> arrivals = new ArrayList<>();
        for (Event event : events) {
            long late = random.nextInt(5) == 0 ? random.nextInt(daysLate * 86_400) : 0;
            arrivals.add(Tuple.of(event, event.end().toEpochSecond() + late));
        }
        arrivals.sort(Comparator.comparing(Tuple.Tuple2::get2));
        var end = Diary.at(DAYS + 25, 0, 0).toInstant();

        Ward live = Ward.live();
        arrivals.forEach(arrival -> live.take(arrival.get1(), new Arrival.Live(Instant.ofEpochSecond(arrival.get2()))));

        assertThat(live.finish(end).open().stream().map(FindingsLaws::essence).toList())
                .isEqualTo(Ward.ofAFile().take(events).finish(end).open().stream()
                        .map(FindingsLaws::essence)
                        .toList());
    }

    @Property(tries = 20)
    void aServiceThatForgetsOldDaysEndsWithTheFindingsOfTheFile(@ForAll Random random) {
        int days = 150 + random.nextInt(100);
        List<Event> events = Weeks.of(random, days);
        var end = Diary.at(days, 0, 0).toInstant();

        Ward live = Ward.live().takeLive(events).finish(end);

        Statistics.collect(live.open().stream().map(Finding::kind).sorted().toList());
        assertThat(live.open().stream().map(FindingsLaws::essence).toList())
                .isEqualTo(Ward.ofAFile().take(events).finish(end).open().stream()
                        .map(FindingsLaws::essence)
                        .toList());
    }

    /** All but the ids of events, which a service forgets after its horizon. */
    private static List<Object> essence(Finding f) {
        return List.of(
                f.kind(),
                f.severity(),
                f.site(),
                f.side(),
                f.since(),
                f.newestDay(),
                f.pattern(),
                f.loadedSide(),
                f.summary(),
                f.evidence().numbers());
    }
}
