package plumbline.ingest.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import plumbline.chassis.auth.TokenVerifier;
import plumbline.chassis.http.Answers;
import plumbline.chassis.http.Readiness;
import plumbline.chassis.http.Routes;
import plumbline.chassis.http.Upkeep;
import plumbline.ingest.publish.EventLog;

/** All that the service answers. No endpoint waits, so the threads that read the network call them. */
public final class IngestRoutes {
    /** The base of FHIR's routes. */
    static final String FHIR = "/fhir/r4";

    private static final String OPEN_API = "/plumbline/ingest/openapi.json";

    private IngestRoutes() {}

    public static Routes of(
            TokenVerifier tokens,
            EventLog log,
            InstantSource clock,
            PrometheusMeterRegistry metrics,
            Supplier<Readiness> readiness) {
        return of(new EventsEndpoint(tokens, log, clock, Bounds.DEFAULT, metrics), metrics, readiness);
    }

    static Routes of(EventsEndpoint events, PrometheusMeterRegistry metrics, Supplier<Readiness> readiness) {
        byte[] openApi = openApi();
        Routes routes = Routes.nonBlocking()
                .add("POST", "/v1/events", events.at(Door.EVENTS))
                .add("POST", FHIR, events.at(Door.FHIR))
                .add("POST", FHIR + "/Observation", events.at(Door.OBSERVATION))
                .add(
                        "GET",
                        "/openapi.json",
                        (request, response, callback, path) -> Answers.bytes(
                                response, callback, HttpStatus.OK_200, "application/openapi+json", openApi));
        Upkeep.add(routes, metrics, readiness);
        return routes;
    }

    private static byte[] openApi() {
        try (InputStream file = Objects.requireNonNull(IngestRoutes.class.getResourceAsStream(OPEN_API), OPEN_API)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
