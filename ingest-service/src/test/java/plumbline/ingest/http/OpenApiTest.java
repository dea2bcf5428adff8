package plumbline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.patient.ErasurePlace;
import plumbline.contract.patient.RiskFactor;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Code;
import plumbline.contract.vocabulary.Limit;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

class OpenApiTest {
    private static Served served;
    private static JsonNode api;

    @BeforeAll
    static void start() {
        served = Served.start();
        api = served.get("/openapi.json").json();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void describesExactlyTheRoutesThatExist() {
        Map<String, Set<String>> described = new TreeMap<>();
        api.path("paths").properties().forEach(path -> {
            Set<String> methods = new TreeSet<>();
            path.getValue().fieldNames().forEachRemaining(method -> methods.add(method.toUpperCase(Locale.ROOT)));
            described.put(path.getKey(), methods);
        });

        assertThat(api.path("openapi").asText()).startsWith("3.1");
        assertThat(described).isEqualTo(new TreeMap<>(served.routes.table()));
    }

    @Test
    void namesTheSameContentTypesAsTheRefusalOfOthers() {
        Set<String> described = new TreeSet<>();
        api.at("/paths/~1v1~1events/post/requestBody/content").fieldNames().forEachRemaining(described::add);

        assertThat(described).containsExactlyInAnyOrder(Headers.FORMATS.split(", "));
    }

    @Test
    void listsTheSameCodesAsTheContract() {
        JsonNode schemas = api.at("/components/schemas");

        assertThat(codes(schemas.at("/PainReport/properties/site"))).isEqualTo(codes(Site.values()));
        assertThat(codes(schemas.at("/PainReport/properties/side"))).isEqualTo(codes(Side.values()));
        assertThat(codes(schemas.at("/PainReport/properties/onset"))).isEqualTo(codes(Onset.values()));
        assertThat(codes(schemas.at("/PainReport/properties/symptoms/items"))).isEqualTo(codes(Symptom.values()));
        assertThat(codes(schemas.at("/PainReport/properties/limits/items"))).isEqualTo(codes(Limit.values()));
        assertThat(codes(schemas.at("/ActivityBout/properties/activity"))).isEqualTo(codes(Activity.values()));
        assertThat(codes(schemas.at("/Load/properties/measure"))).isEqualTo(codes(Measure.values()));
        assertThat(codes(schemas.at("/Patient/properties/riskFactors/items"))).isEqualTo(codes(RiskFactor.values()));
        assertThat(codes(schemas.at("/Erasure/properties/places/items/properties/place")))
                .isEqualTo(codes(ErasurePlace.values()));
        assertThat(codes(schemas.at("/Fault/properties/code")))
                .isEqualTo(codes(Stream.of(ErrorCode.values())
                        .filter(code -> !code.isOfTeams())
                        .toArray(ErrorCode[]::new)));
    }

    @Test
    void resolvesEveryReference() {
        assertThat(api.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(api.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
    }

    private static Set<String> codes(Code[] constants) {
        return new TreeSet<>(Stream.of(constants).map(Code::code).toList());
    }

    private static Set<String> codes(JsonNode schema) {
        Set<String> codes = new TreeSet<>();
        schema.path("enum").forEach(code -> codes.add(code.asText()));
        return codes;
    }
}
