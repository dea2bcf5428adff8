package plumbline.standalone.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.contract.finding.Finding;

/** The findings of one policy, as they are told. */
public final class Findings {
    private final Map<String, Episode> byId = new LinkedHashMap<>();

    public void add(Finding change) {
        byId.merge(change.id(), new Episode(change, change), (known, any) -> known.with(change));
    }

    /** Those that were not withdrawn. */
    List<Episode> held() {
        return byId.values().stream().filter(Episode::held).toList();
    }
}
