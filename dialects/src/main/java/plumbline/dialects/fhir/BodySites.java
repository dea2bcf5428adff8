package plumbline.dialects.fhir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import plumbline.contract.vocabulary.Codes;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/** The table of SNOMED CT body structures that are read, {@code body-sites.tsv}. */
final class BodySites {
    private static final Map<String, BodySite> BY_CODE = load();

    private BodySites() {}

    static Optional<BodySite> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    private static Map<String, BodySite> load() {
        Codes<Site> sites = Codes.of(Site.class);
        Codes<Side> sides = Codes.of(Side.class);
        Map<String, BodySite> byCode = new HashMap<>();
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BodySites.class.getResourceAsStream("body-sites.tsv"), "body-sites.tsv"),
                StandardCharsets.UTF_8))) {
            table.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t", -1);
                Optional<Site> site = Optional.of(sites.find(cells[1]).orElseThrow());
                byCode.put(cells[0], new BodySite(site, sides.find(cells[2]).orElse(Side.UNKNOWN)));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return byCode;
    }
}
