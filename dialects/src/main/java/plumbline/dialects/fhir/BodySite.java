package plumbline.dialects.fhir;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Type;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/**
 * Where it hurts, from SNOMED CT: a body structure, which may name its side, and a side beside it, as another code or in an
 * extension of the body site.
 *
 * @param site absent where the observation names no body site
 */
record BodySite(Optional<Site> site, Side side) {
    private static final Pattern SNOMED = Pattern.compile("https?://(?:www\\.)?snomed\\.info/sct(?:/.*)?");
    private static final Map<String, Side> SIDES =
            Map.of("7771000", Side.LEFT, "24028007", Side.RIGHT, "51440002", Side.BOTH, "399488007", Side.MIDLINE);

    static Found<BodySite> of(Observation observation) {
        if (!observation.hasBodySite()) {
            return Found.read(new BodySite(Optional.empty(), Side.UNKNOWN));
        }
        CodeableConcept concept = observation.getBodySite();
        List<BodySite> structures = new ArrayList<>();
        Set<Side> sides = EnumSet.noneOf(Side.class);
        for (Coding coding : concept.getCoding()) {
            if (isSnomed(coding)) {
                BodySites.find(coding.getCode()).ifPresent(structures::add);
                Optional.ofNullable(SIDES.get(coding.getCode())).ifPresent(sides::add);
            }
        }
        structures.stream()
                .map(BodySite::side)
                .filter(side -> side != Side.UNKNOWN)
                .forEach(sides::add);
        extensions(concept)
                .map(coding -> SIDES.get(coding.getCode()))
                .flatMap(Stream::ofNullable)
                .forEach(sides::add);
        List<Optional<Site>> sites =
                structures.stream().map(BodySite::site).distinct().toList();
        if (sites.isEmpty()) {
            return Found.wrong(
                    ErrorCode.UNKNOWN_VALUE,
                    "bodySite",
                    "must have a code of SNOMED CT (http://snomed.info/sct) for a site that is known here, or be left out");
        }
        if (sites.size() > 1 || sides.size() > 1) {
            return Found.wrong(
                    ErrorCode.CONTRADICTION, "bodySite", "names several sites or sides; send one observation for each");
        }
        return Found.read(new BodySite(sites.get(0), sides.stream().findFirst().orElse(Side.UNKNOWN)));
    }

    /** Whether a code is one of SNOMED CT, of any edition. */
    static boolean isSnomed(Coding coding) {
        return coding.getSystem() != null
                && coding.getCode() != null
                && SNOMED.matcher(coding.getSystem()).matches();
    }

    /** The codes of SNOMED CT in the extensions of a body site, such as the laterality qualifier of mCODE. */
    private static Stream<Coding> extensions(CodeableConcept concept) {
        return Stream.concat(
                        concept.getExtension().stream(),
                        concept.getCoding().stream().flatMap(coding -> coding.getExtension().stream()))
                .flatMap(extension -> codings(extension.getValue()))
                .filter(BodySite::isSnomed);
    }

    private static Stream<Coding> codings(Type value) {
        if (value instanceof CodeableConcept concept) {
            return concept.getCoding().stream();
        }
        return value instanceof Coding coding ? Stream.of(coding) : Stream.empty();
    }
}
