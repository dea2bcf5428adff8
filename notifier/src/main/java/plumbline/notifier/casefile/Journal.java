package plumbline.notifier.casefile;

import java.util.ArrayList;
import java.util.List;

/**
 * How far the history of an episode has come.
 *
 * @param sequence the number of the newest entry
 * @param actions the ids of the newest care actions, so that the same one counts once
 * @param seen digests of the findings that were assessed for the newest time, so that a repeat changes nothing
 */
public record Journal(long sequence, List<String> actions, List<String> seen) {
    private static final int REMEMBERED = 32;
    static final Journal EMPTY = new Journal(0, List.of(), List.of());

    public Journal {
        actions = List.copyOf(actions);
        seen = List.copyOf(seen);
    }

    Journal next() {
        return new Journal(sequence + 1, actions, seen);
    }

    Journal acted(String action) {
        return new Journal(sequence, appended(actions, action), seen);
    }

    Journal sees(String digest, boolean newerTime) {
        return new Journal(sequence, actions, newerTime ? List.of(digest) : appended(seen, digest));
    }

    private static List<String> appended(List<String> to, String one) {
        List<String> more = new ArrayList<>(to);
        more.add(one);
        return more.subList(Math.max(0, more.size() - REMEMBERED), more.size());
    }
}
