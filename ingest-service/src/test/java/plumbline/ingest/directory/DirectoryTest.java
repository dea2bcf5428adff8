package plumbline.ingest.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import plumbline.contract.json.Json;
import plumbline.contract.patient.Erased;
import plumbline.contract.patient.ErasurePlace;
import plumbline.contract.patient.PatientProfile;

class DirectoryTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private final Directory directory = new Directory();

    private void acknowledge(String erasure, ErasurePlace place) {
        directory.acknowledge(new Erased(erasure, "p-1", place, AT.plusSeconds(1)));
    }

    @Test
    void anOlderRecordThatIsToldLaterChangesNothing() {
        directory.erase("p-1", "e-1", AT, 7);
        directory.list(PatientProfile.of("p-1"), 6);

        assertThat(directory.find("p-1")).isEmpty();
    }

    @Test
    void anErasureIsDoneOnceEveryPlaceHasSaidSo() {
        directory.erase("p-1", "e-1", AT, 1);
        acknowledge("e-1", ErasurePlace.TIMELINE);
        assertThat(directory.erasure("p-1")).get().returns(false, Erasure::isDone);

        acknowledge("e-1", ErasurePlace.ALERTS);

        assertThat(directory.erasure("p-1")).get().returns(true, Erasure::isDone);
    }

    @Test
    void anErasureIsToldInExactlyTheFieldsThatAreDescribed() {
        directory.erase("p-1", "e-1", AT, 1);

        assertThat(new String(Json.write(directory.erasure("p-1").orElseThrow()), StandardCharsets.UTF_8))
                .isEqualTo(("{'patient':'p-1','erasure':'e-1','status':'pending','requestedAt':'" + AT + "','places':["
                                + "{'place':'directory','status':'done','at':'" + AT + "'},"
                                + "{'place':'timeline','status':'pending'},{'place':'alerts','status':'pending'}]}")
                        .replace('\'', '"'));
    }

    @Test
    void theWordOfAnEarlierErasureDoesNotCount() {
        directory.erase("p-1", "e-1", AT, 1);
        directory.erase("p-1", "e-2", AT.plusSeconds(5), 2);
        acknowledge("e-1", ErasurePlace.TIMELINE);
        acknowledge("e-1", ErasurePlace.ALERTS);

        assertThat(directory.erasure("p-1")).get().satisfies(erasure -> {
            assertThat(erasure.erasure()).isEqualTo("e-2");
            assertThat(erasure.isDone()).isFalse();
        });
    }

    @Test
    void theWordOfAPlaceMayBeReadBeforeTheErasureItself() {
        acknowledge("e-1", ErasurePlace.ALERTS);
        acknowledge("e-1", ErasurePlace.TIMELINE);
        directory.erase("p-1", "e-1", AT, 3);

        assertThat(directory.erasure("p-1")).get().satisfies(erasure -> {
            assertThat(erasure.requestedAt()).isEqualTo(AT);
            assertThat(erasure.isDone()).isTrue();
        });
    }
}
