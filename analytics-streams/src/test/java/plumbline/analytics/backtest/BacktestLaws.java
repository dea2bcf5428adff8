package plumbline.analytics.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import plumbline.analytics.Diary;
import plumbline.analytics.Ward;
import plumbline.analytics.Weeks;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.contract.event.Event;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Finding;

/** A file in whatever order it is. */
class BacktestLaws {
    private static final int DAYS = 90;

    @Property(tries = 25)
    void anyOrderAndAnyDuplicatesEndInTheFindingsOfAFoldOverTheWhole(@ForAll Random random) {
        List<Event> events = Weeks.of(random, DAYS);
        List<Event> shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, events.size() / 4));
        Collections.shuffle(shuffled, random);
        List<Finding> whole = Ward.ofAFile()
                .take(events)
                .finish(Diary.at(DAYS + 1, 0, 0).toInstant())
                .open();

        assertThat(Ward.open(told(events))).as("in order").isEqualTo(whole);
        assertThat(Ward.open(told(shuffled))).as("shuffled").isEqualTo(whole);
    }

    @Property(tries = 25)
    void everyFindingIsOpenedBeforeAnythingElseIsSaidOfIt(@ForAll Random random) {
        Set<String> open = new HashSet<>();

        for (Finding finding : told(Weeks.of(random, DAYS))) {
            if (finding.change() == Change.OPENED) {
                assertThat(open.add(finding.id()))
                        .as("opened once: %s", finding)
                        .isTrue();
            } else {
                assertThat(open).as("open: %s", finding).contains(finding.id());
            }
            if (!finding.change().isOpen()) {
                open.remove(finding.id());
            }
        }
    }

    private static List<Finding> told(List<Event> events) {
        List<Finding> told = new ArrayList<>();
        Backtest backtest = new Backtest(PolicyFile.standard(), told::add, (reason, line) -> {});
        events.forEach(event -> backtest.take(event, Optional.empty()));
        backtest.finish(Optional.of(Diary.at(DAYS + 1, 0, 0).toInstant()));
        return told;
    }
}
